"""The door for people: pages in Chinese, rendered on the server."""
