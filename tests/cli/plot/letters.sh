# Names in letters that no font has: no picture that fonts are needed for, and a sentence; SVG and the terminal go on.
printf '%s\n' 'g,y' A,0 A,1 A,0 𗀀𗀁,1 𗀀𗀁,0 𗀀𗀁,1 >tangut.csv
logreg fit tangut.csv --target y --quiet --save tangut.json >/dev/null
echo old >old.png
fails 3 logreg plot tangut.json --what forest -o old.png
fails 3 logreg plot tangut.json --what forest -o new.pdf
logreg plot tangut.json --what forest -o new.svg
logreg plot tangut.json --what forest | head -12 | tail -3
cat old.png
ls
