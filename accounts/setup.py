"""Makes the groups of the roles, with exactly the rights that `accounts.roles` and this module write down."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from .roles import PERMISSIONS, Role

# What the roles may do with pages, and with images and documents, everywhere in the site.
PAGE_RIGHTS = {
    Role.COMMUNICATIONS: ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"],
    Role.PROGRAMME_MANAGER: ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"],
}
COLLECTION_RIGHTS = {
    role: [("wagtailimages", codename) for codename in ("add_image", "change_image", "choose_image", "view_image")]
    + [
        ("wagtaildocs", codename)
        for codename in ("add_document", "change_document", "choose_document", "view_document")
    ]
    for role in PAGE_RIGHTS
}


def sync_roles() -> None:
    """Make each role's group, with exactly the rights written down here. Safe to run again."""
    wanted = {name for names in PERMISSIONS.values() for name in names}
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type").filter(
            codename__in=[name.split(".")[1] for name in wanted]
        )
    }
    for role in Role:
        group, _created = Group.objects.get_or_create(name=role.value)
        group.permissions.set([known[name] for name in PERMISSIONS[role]])
    root = Page.get_first_root_node()
    collection = Collection.get_first_root_node()
    for role, codenames in PAGE_RIGHTS.items():
        group = Group.objects.get(name=role.value)
        if root is not None:
            for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames):
                GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
        if collection is not None:
            for label, codename in COLLECTION_RIGHTS[role]:
                for permission in Permission.objects.filter(content_type__app_label=label, codename=codename):
                    GroupCollectionPermission.objects.get_or_create(
                        group=group, collection=collection, permission=permission
                    )
