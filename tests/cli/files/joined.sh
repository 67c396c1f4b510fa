# Cells that join two answers which others give alone: features, whose command parts them, targets and conditions. "Yes, mobile" alone joins nothing.
python3 - <<'END'
with open("photos.csv", "w") as out, open("sound.csv", "w") as sound:
    print("photos,age,seen", file=out)
    print("phone,age,seen", file=sound)
    for i in range(80):
        photo = ["most", "only some", "none", "I ask first"][i * 7 % 11 % 4]
        photo = "only some, I ask first" if i % 20 == 7 else photo
        seen = "ny"[i * 5 % 13 % 2]
        print(f'"{photo}",{11 + i * 3 % 7},{seen}', file=out)
        phone = ["Yes, mobile", "Yes", "No", "Bath / spa"][i * 7 % 11 % 4]
        print(f'"{phone}",{11 + i * 3 % 7},{seen}', file=sound)
END
told() { logreg fit "$@" --no-curve --quiet | sed -n '/^Warnings/,$p' | sed '/^Warnings/d; /Few events/,/too narrow/d'; }
told photos.csv --target seen | tee told.txt
sed -n '/^perl/p' told.txt | sh >parted.csv
head -n 2 parted.csv; sed -n 9p parted.csv
logreg fit parted.csv --target seen --exclude photos_most --no-curve --quiet | grep Formula
told photos.csv --target photos --features age
told photos.csv --target photos --positive most --features age
told photos.csv --target 'photos == "only some"' --features age
sed '10,$s/only some, I ask first/none/' photos.csv >one.csv
told one.csv --target 'photos == "none"' --features age
for data in "sound.csv --target seen" "photos.csv --target seen --categorical photos" "photos.csv --target seen --features age"; do
    told $data
done
logreg fit photos.csv --target photos --features age --where 'photos != "only some, I ask first"' --no-curve --quiet | grep 'Rows\|Two answers'
# the mark is part of an answer too: "Yes, sometimes" beside "Yes"; and several such texts
python3 - <<'END'
with open("whole.csv", "w") as out:
    print("age,photos,seen", file=out)
    for i in range(80):
        photo = ["Yes, sometimes", "Yes", "No", "Never"][i * 7 % 11 % 4]
        photo = {7: "Yes, No", 3: "Never, Yes"}.get(i % 20, photo)
        print(f'{11 + i * 3 % 7},"{photo}",{"ny"[i * 5 % 13 % 2]}', file=out)
END
told whole.csv --target seen | tee told.txt
sed -n '/^perl/p' told.txt | sh >parted.csv
head -n 1 parted.csv; for line in 2 3 4 5 9; do sed -n ${line}p whole.csv; sed -n ${line}p parted.csv; done
told whole.csv --target photos --features age
# a saved model tells it again
logreg fit photos.csv --target photos --features age --no-curve --quiet --save model.json | sed -n '/^Warnings/,$p' >first.txt
logreg show model.json --no-curve | sed -n '/^Warnings/,$p' | cmp - first.txt
logreg doctor photos.csv --target seen | grep -A4 'Two answers'

# a mark behind the last answer parts nothing
awk 'BEGIN { print "apps,age,ok"; split("Chat;Mail,Mail;Phone,Chat,Phone;,Mail,Phone;Chat;Mail,Chat;", a, ","); for (i = 0; i < 70; i++) printf "%s,%d,%d\n", a[i * 5 % 7 + 1], 20 + i * 13 % 41, i * 11 % 17 % 2 }' >apps.csv
logreg fit apps.csv --target ok --no-curve | sed -n '/! Several/,/perl/p' | cut -c 1-200
