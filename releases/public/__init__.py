"""What the public gets: pages, feeds, maps for search engines, data for machines."""
