# The commands of the gallery, and the scripts and pictures that they make.
"$PYTHON" "$TESTS/gallery.py" "$DOCS/gallery.md"
