# Shipped data sets are found beside the program wherever it is installed; without them it says where it looked.
admit
build=$(dirname "$(command -v logreg)")
export LD_LIBRARY_PATH="$build/../lib"
mkdir -p usr/bin usr/share/logreg/datasets
cp "$build/logreg" usr/bin
cp admit.csv usr/share/logreg/datasets
usr/bin/logreg fit @admit --exclude id --features gre --quiet --json | grep formula
fails 3 usr/bin/logreg fit @admitt
fails 3 usr/bin/logreg fit @zzzzzz
rm -r usr/share
usr/bin/logreg fit @admit 2>err
echo "exit $?"
sed "s,$(pwd -P),.," err
cp admit.csv @admit
logreg fit ./@admit --features gre --json --quiet | grep formula
