# Outcomes that are conditions, and one class against the others, against R's glm.
"$PYTHON" "$TESTS/fit/condition_reference.py"
