"""The Whoosh index: the only package that imports whoosh."""
