"""Addresses for machines, the same in every language: sitemap, share images, content API."""

from django.urls import path

from home.machines import api, sitemaps
from home.machines.share_images import share_image

urlpatterns = [
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<str:language>.xml", sitemaps.of_language, name="sitemap_of"),
    path("deling/<int:page_id>-<str:digest>.png", share_image, name="share_image"),
    path("api/v2/", api.urls),
]
