"""What machines read: feeds, calendars, sitemaps, structured data, share images, the content API."""
