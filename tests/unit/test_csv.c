/* The CSV reader against nasty files: each gives exactly this frame, or exactly this sentence. */
#include "harness.h"

#include <stdlib.h>

#include <logreg/data.h>

#include "csv_files.h"

#define BYTES(text) text, sizeof text - 1

static void reads_lines_and_quotes(void)
{
    static const file_case table[] = {
        GIVES("a,b\n1,x\n2,y\n", "a# 1 2; b: [x] [y]"),
        GIVES("a,b\n1,x\n2,y", "a# 1 2; b: [x] [y]"),
        GIVES("a,b\r\n1,x\r\n2,y\r\n", "a# 1 2; b: [x] [y]"),
        GIVES("a,b\r1,x\r2,y\r", "a# 1 2; b: [x] [y]"),
        GIVES("a,b\r1,x\n2,y\r\n3,z", "a# 1 2 3; b: [x] [y] [z]"),
        GIVES("\xef\xbb\xbf"
              "a,b\n1,x\n",
              "a# 1; b: [x]"),
        GIVES("\xef\xbb\xbf\"a\",b\n1,x\n", "a# 1; b: [x]"),
        GIVES("a,b\n\"1\",\"x,y\"\n2,\"say \"\"hi\"\"\"\n", "a# 1 2; b: [x,y] [say \"hi\"]"),
        GIVES("a,b\n1,\"x\ny\"\n2,\"p\r\nq\"\n", "a# 1 2; b: [x\ny] [p\r\nq]"),
        GIVES("a,b\n\"\",\"\"\"\"\n", "a# NA; b: [\"]"),
        GIVES("\"a\nb\",c\n1,2\n", "a\nb# 1; c# 2"),
        GIVES("a,b\n\n1,x\n\n\n2,y\n\n", "a# 1 2; b: [x] [y]"),
        GIVES("\n\r\n\na,b\n1,x\n", "a# 1; b: [x]"),
        GIVES("a,b\n1,x\n \t \n2,y\n", "a# 1 2; b: [x] [y]"),
        GIVES(" a ,\tb\n 1 , x y \n2,\"  z\"\n", "a# 1 2; b: [x y] [z]"),
        GIVES("a,b\n1,\xc3\xa9\n2,\xe2\x82\xac\n", "a# 1 2; b: [\xc3\xa9] [\xe2\x82\xac]"),
        GIVES("\xc3\xa9t\xc3\xa9,b\n1,2\n", "\xc3\xa9t\xc3\xa9# 1; b# 2"),
        GIVES("a,b\n,\n1,x\n", "a# NA 1; b: NA [x]"),
        GIVES("=HYPERLINK(1),<script>\n1,2\n", "=HYPERLINK(1)# 1; <script># 2"),
    };
    CHECK(table);
}

static void reads_one_column(void)
{
    static const file_case table[] = {
        GIVES("x\n1\n2\n", "x# 1 2"),
        GIVES("x\n1\n\n2\n", "x# 1 NA 2"),
        GIVES("x\n1\n\n2\n\n", "x# 1 NA 2 NA"),
        GIVES("x\n1\n\n2", "x# 1 NA 2"),
        GIVES("x\r\n1\r\n\r\n2\r\n", "x# 1 NA 2"),
        GIVES("x\r1\r\r2\r", "x# 1 NA 2"),
        GIVES("x\n\n\n", "x# NA NA"),
        GIVES("x\n1\n\"\"\n  \n", "x# 1 NA NA"),
        GIVES("\n\n5\n\n6\n", "V1# NA NA 5 NA 6", .no_header = true),
        GIVES("\nx\n5\n", "x# 5"),
        GIVES("name\nlast; first\nother\nthird one\n", "name: [last; first] [other] [third one]"),
    };
    CHECK(table);
}

static void decodes_utf16(void)
{
    static const file_case table[] = {
        GIVES("\xff\xfe"
              "a\0,\0b\0\n\0\x31\0,\0\xe9\0\n\0",
              "a# 1; b: [\xc3\xa9]"),
        GIVES("\xfe\xff"
              "\0a\0,\0b\0\n\0\x31\0,\x20\xac\0\n",
              "a# 1; b: [\xe2\x82\xac]"),
        GIVES("\xfe\xff"
              "\0b\0\n\xd8\x3d\xde\x00\0\n",
              "b: [\xf0\x9f\x98\x80]"),
        GIVES("\xfe\xff"
              "\0b\0\n\xd8\x3d\0x\0\n",
              "f.csv:2:1 'b': half a character of UTF-16 stands here; the file is damaged"),
        GIVES("\xfe\xff"
              "\0b\0\n\0x\xd8",
              "f.csv:2:1 'b': half a character of UTF-16 stands here; the file is damaged"),
        GIVES("\xff\xfe", "f.csv is empty"),
    };
    CHECK(table);
}

static void finds_the_delimiter(void)
{
    static const file_case table[] = {
        GIVES("a;b\n1;2\n", "a# 1; b# 2"),
        GIVES("a\tb\n1\t2\n", "a# 1; b# 2"),
        GIVES("a|b\n1|2\n", "a# 1; b# 2"),
        GIVES("a;b\n1,5;2\n3;4,25\n", "a# 1.5 3; b# 2 4.25", .decimal = ','),
        GIVES("a\tb\n1,5\t2\n", "a# 1.5; b# 2", .decimal = ','),
        GIVES("a\n1,5\n2,5\n", "a# 1.5 2.5", .decimal = ','),
        GIVES("1,5;2,5\n3,5;4,5\n", "V1# 1.5 3.5; V2# 2.5 4.5", .decimal = ',', .no_header = true),
        GIVES("a,b\n\"1,5\",2\n", "a# 1.5; b# 2", .decimal = ',', .delimiter = ','),
        GIVES("a,b\n\"1,5\",2\n\"2,5\",3\n", "a# 1.5 2.5; b# 2 3", .decimal = ','),
        GIVES("name;text\na;x, y\nb;p, q\n", "name: [a] [b]; text: [x, y] [p, q]"),
        GIVES("\"last, first\";n\n\"x, y\";1\n\"p; q\";2\n", "last, first: [x, y] [p; q]; n# 1 2"),
        GIVES("income, net\tage\n1\t2\n", "income, net# 1; age# 2"),
        GIVES("a:b\n1:2\n", "a# 1; b# 2", .delimiter = ':'),
        GIVES("a b\n1 2\n", "a# 1; b# 2", .delimiter = ' '),
        GIVES("preamble\na;b;c\n1;2;3\n", "f.csv:2: this row has 3 fields, the header has 1; if the header "
                                          "stands in line 2, take out what is above it: tail -n +2 f.csv"),
        GIVES("a,b\n1,2,3\n",
              "f.csv:2: this row has 3 fields, the header has 2; if rows begin with a name of their own, as "
              "R writes them, give that a name in the header, sed '1s/^/row,/' f.csv, and use --exclude row; "
              "if a decimal comma parts a number in two, export the file with semicolons"),
        GIVES("a;b\n1;2;3\n",
              "f.csv:2: this row has 3 fields, the header has 2; if rows begin with a name of their own, as "
              "R writes them, give that a name in the header, sed '1s/^/row;/' f.csv, and use --exclude row"),
    };
    CHECK(table);
}

static void decides_types(void)
{
    static const file_case table[] = {
        GIVES("a,b,c\n1,NA,.\nNaN,?,N/A\nnan,NULL,null\n", "a# 1 NA NA; b# NA NA NA; c# NA NA NA"),
        GIVES("a,b\n1e3,x\n-.5,1\n+5.,2\n1e-400,y\n", "a# 1000 -0.5 5 0; b: [x] [1] [2] [y]"),
        GIVES("a\n1\n999\nNA\n2\n",
              "f.csv:4:1 'a': 'NA' is not a number (1 of 3 values). Use --na-values '999,a=NA' (which leaves "
              "out "
              "1 row), or --categorical a",
              .na = "999"),
        GIVES("a,b\n1,2\n999,3\n", "a# 1 NA; b# 2 3", .na = "999"),
        /* a token that is a whole number means the number, however many zeros stand behind its decimal mark */
        GIVES("a\n-999.00\n-999.\n-999.5\n-9990\n-999\n", "a# NA NA -999.5 -9990 NA", .na = "-999"),
        GIVES("a;b\n9,0;1\n9,1;2\n\"9,00\";9\n", "a# NA 9.1 NA; b# 1 2 NA", .na = "9", .decimal = ','),
        GIVES("a\nx\nx.0\ny\n", "a: NA [x.0] [y]", .na = "x"),
        GIVES("a\n-\n-.0\n-.\n", "a: NA [-.0] [-.]", .na = "-", .categorical = "a"),
        GIVES("zip,b\n10,2\n9,3\n,4\n", "zip: [10] [9] NA; b# 2 3 4", .categorical = "zip"),
        /* a number is one level however it is written; codes keep their zeros */
        GIVES("k,b\n1,2\n1.0,3\n2,4\n01,4\n1e0,3\n2.50,3\n",
              "k: [1] [1] [2] [1] [1] [2.5]; b# 2 3 4 4 3 3 | column 'k' writes a number in more than one "
              "way, as 1 and 1.0 "
              "are; these are one level",
              .categorical = "k"),
        GIVES("k,b\n007,2\n012,3\n9.0,4\n", "k: [007] [012] [9]; b# 2 3 4", .categorical = "k"),
        GIVES("k,b\n12345678901234567890,2\n12345678901234567891,3\n",
              "k: [12345678901234567890] [12345678901234567891]; b# 2 3", .categorical = "k"),
        GIVES("k,b\n1,2\n1.0,3\nx,4\n", "k: [1] [1.0] [x]; b# 2 3 4", .categorical = "k"),
        GIVES("a,b\n1,yes\n2, yes\n3,yes \n", "a# 1 2 3; b: [yes] [yes] [yes]"),
        GIVES(
            "a\n1\n2\n12abc\n",
            "f.csv:4:1 'a': '12abc' is not a number (1 of 3 values). If line 4 is no row of data, take it "
            "out: sed 4d f.csv; else use --na-values 'a=12abc' (which leaves out 1 row), or --categorical a"),
        GIVES(
            "id,gre\nx,1\ny,2\n\n\"p\nq\",3\nw,12abc\n",
            "f.csv:7:2 'gre': '12abc' is not a number (1 of 4 values). If line 7 is no row of data, take it "
            "out: sed 7d f.csv; else use --na-values 'gre=12abc' (which leaves out 1 row), or --categorical "
            "gre"),
        GIVES("a\n1\ninf\n2\n",
              "f.csv:3:1 'a': 'inf' is not a number (1 of 3 values). Use --na-values 'a=inf' "
              "(which leaves out 1 row), or --categorical a"),
        GIVES("a\n1\n1e400\n2\n",
              "f.csv:3:1 'a': '1e400' is beyond the largest number, 1.8e308 (1 of 3 values). Put its number "
              "in its "
              "place, or use --categorical a, or --na-values 'a=1e400' (which leaves out 1 row)"),
        GIVES("a\n1\n0x10\n2\n",
              "f.csv:3:1 'a': '0x10' is a hexadecimal number (1 of 3 values). Make it a decimal one, " CELLS(
                  ",", "s/\\b0x([0-9a-f]+)/hex $1/ei for $F[0]") ", or use --categorical a"),
        GIVES("my col\n1\n2\n \"not\" known\n", "f.csv:4:1 'my col': blanks stand before a quote; take them "
                                                "out: sed -E 's/^ +\"/\"/;s/(,) +\"/\\1\"/g' f.csv"),
        GIVES("my col\n1\n2\nit's odd\n",
              "f.csv:4:1 'my col': 'it's odd' is not a number (1 of 3 values). If line 4 is no row of data, "
              "take it out: sed 4d f.csv; else use --na-values 'my col=it'\\''s odd' (which leaves out 1 "
              "row), or "
              "--categorical 'my col'"),
        GIVES("a\n1,5\n\"2,5\"\n",
              "f.csv:2: this row has 2 fields, the header has 1; if the header stands in line 2, take out "
              "what is above it: tail -n +2 f.csv; and f.csv:2: the header holds nothing but numbers; if the "
              "file has no header, use --no-header; if these are its names, --header"),
        GIVES("a;b\n1,5;1\n2;2\n", "f.csv:2:1 'a': '1,5' is not a number with the decimal mark '.' (1 of 2 "
                                   "values). Use --decimal ',', or --categorical a"),
        GIVES("a;b\n1.5;1\n2;2\n",
              "f.csv:2:1 'a': '1.5' is not a number with the decimal mark ',' (1 of 2 values). Use --decimal "
              "'.', or --categorical a",
              .decimal = ','),
        GIVES("a;b\n1,5;1\n2;2\n", "a: [1,5] [2]; b# 1 2", .categorical = "a"),
        GIVES("a;b\n1,50;1\n2;2\n", "a: [1.5] [2]; b# 1 2", .categorical = "a", .decimal = ','),
        /* text with numbers among it: neither a majority of numbers nor a few strays */
        GIVES("t\n1\n2\nA/1\nB/2\n", "t: [1] [2] [A/1] [B/2]"),
        GIVES("t\n1\n2\n3\n4\n5\na\nb\nc\nd\n", "t: [1] [2] [3] [4] [5] [a] [b] [c] [d]"),
        GIVES("t\n1\n2\n3\n4\n5\na\na\nb\nc\n", "f.csv:7:1 't': 'a' is not a number (4 of 9 values). Use "
                                                "--na-values 't=a,t=b,t=c' (which leaves out 4 "
                                                "rows), or --categorical t"),
    };
    CHECK(table);
}

static void explains_bad_files(void)
{
    static const file_case table[] = {
        GIVES("", "f.csv is empty"),
        GIVES("\n\r\n\n", "f.csv is empty"),
        GIVES("\xef\xbb\xbf", "f.csv is empty"),
        GIVES("a,b\n", "f.csv has a header, but no rows of data"),
        GIVES("a,b", "f.csv has a header, but no rows of data"),
        GIVES("a,b\n\n\n", "f.csv has a header, but no rows of data"),
        GIVES("a,b\n1,2\n3\n", "f.csv:3: this row has 1 field, the header has 2; if lines without a "
                               "delimiter are no rows of data, take them out: sed '/,/!d' f.csv"),
        GIVES("a,b\n\"1\n1\",2\n\n3,4,5\n",
              "f.csv:5: this row has 3 fields, the header has 2; put cells that hold the delimiter in "
              "quotes, or leave such rows out: --on-bad-row skip"),
        GIVES("a,b\n1,2,\n", "f.csv:2: this row has 3 fields, the header has 2; it ends with a delimiter: "
                             "take that out, sed -E '2,$s/,[\"\\r ]*$//' f.csv"),
        GIVES("1,2\n3\n",
              "f.csv:2: this row has 1 field, the first row 2; if lines without a delimiter are no rows of "
              "data, take them out: sed '/,/!d' f.csv",
              .no_header = true),
        GIVES("a,b\n1,x\n2,\"y\n3,z\n",
              "f.csv:3:2 'b': the quote that opens here is never closed; close it, "
              "or, if it encloses nothing, take it out: sed -E '3s/\"([^\"]*)$/\\1/' f.csv"),
        GIVES("a,\"b\n1,x\n", "f.csv:1:2: the quote that opens here is never closed; close it, or, if it "
                              "encloses nothing, take it out: sed -E '1s/\"([^\"]*)$/\\1/' f.csv"),
        GIVES("a,b\n1,x\"y\n",
              "f.csv:2:2 'b': a quote stands within a field; put the field in quotes and double the quotes "
              "in it, or, if quotes enclose no field here, take them out: sed 's/\"//g' f.csv"),
        GIVES("a,b\n1, \"y\"\n", "f.csv:2:2 'b': blanks stand before a quote; take them out: sed -E 's/^ "
                                 "+\"/\"/;s/(,) +\"/\\1\"/g' f.csv"),
        GIVES("a,b\n1,\"x\n\"y\n",
              "f.csv:2:2 'b': the quote that opens here is never closed; close it, "
              "or, if it encloses nothing, take it out: sed -E '2s/\"([^\"]*)$/\\1/' f.csv"),
        /* rows that such a quote swallows up to the next field in quotes; a note of several lines that quotes a word */
        GIVES("a,b,y\n1,x,0\n2,\"x,1\n3,z,1\n4,\"z\",1\n",
              "f.csv:3:2 'b': the quote that opens here is never closed; close it, or, if it encloses "
              "nothing, take it out: sed -E '3s/\"([^\"]*)$/\\1/' f.csv"),
        GIVES("a,b,y\r\n\"1\",\"x\",\"0\"\r\n\"2\",\"x\",\"1\r\n\"3\",\"z\",\"1\"\r\n",
              "f.csv:3:3 'y': the quote that opens here is never closed; close it, or, if it encloses "
              "nothing, take it out: sed -E '3s/\"([^\"]*)$/\\1/' f.csv"),
        GIVES("\"a\",\"b,y\n1,x,0\n2,\"z\",1\n",
              "f.csv:1:2: the quote that opens here is never closed; close it, or, if it encloses nothing, "
              "take it out: sed -E '1s/\"([^\"]*)$/\\1/' f.csv"),
        GIVES("a,b\n1,\"x\nsaid \"y\" so\"\n",
              "f.csv:3:2 'b': text follows the quote that closes a field; take out "
              "quotes that enclose a part of it or stand twice about it, double those within it: perl -pe "
              "'s/^\"(?!\")|\"(?=\\r?$)// if tr/\"// % 2 && /(^|,)\"\"[^,\"]/; "
              "s{(?:^|,)\\K(?:(\"(?:[^\"]|\"\")*\")|\"+((?:[^\"]|(?<!,)\"(?!\"*(?:,(?! )|\\r?$)))+)\"+|"
              "([^,\"\\r\\n]*\"[^,\\r\\n]*))(?=,|\\r?$)}"
              "{$1 || q(\") . (($2 // $3 =~ s/^\"([^\"]*)\"/$1/r) =~ s/\"+/\"\"/gr) . q(\")}ge' f.csv"),
        GIVES("a,b,b,a,a\n1,2,3,4,5\n",
              "f.csv:1: names stand several times in the header: 'a' in columns 1, 4 and 5, 'b' in columns 2 "
              "and 3; rename those that come again: perl -lne '@F = /(?:^|,)((?:\"[^\"]*\"|[^,])*)/g; if "
              "($. == 1) { s/(?=\"?\\s*$)/_2/ for @F[3,2]; $F[4] =~ s/(?=\"?\\s*$)/_3/ } print join \",\", "
              "@F' f.csv"),
        GIVES("a,b,a\n1,2,3\n", "f.csv:1:3: the name 'a' stands twice in the header, in columns 1 and 3; "
                                "rename one of them: " NUMBERED("2", "2")),
        GIVES("a,b,a_2,a\n1,2,3,4\n",
              "f.csv:1:4: the name 'a' stands twice in the header, in columns 1 and 4; "
              "rename one of them: " NUMBERED("3", "3")),
        GIVES("b,5,x,5\n1,2,3,4\n",
              "f.csv:1:4: the name '5' stands twice in the header, in columns 2 and 4; if the "
              "file has no header, use --no-header"),
        GIVES(",a\n7,2\n", "f.csv:1:1: column 1 has no name; if it numbers the rows, as R and pandas write "
                           "them, give it one, sed -E '1s/^(\"\")?/row/' f.csv, and use --exclude row"),
        GIVES("a,\"\n \",c\n1,2,3\n",
              "f.csv:1:2: nothing shows of the name of column 2; give it another: "
              "perl -lne 'while (tr/\"// % 2 && !eof) { $_ .= \"\\n\" . <>; chomp } @F = "
              "/(?:^|,)((?:\"[^\"]*\"|[^,])*)/g; $F[1] = \"V2\" if $. == 2; print join \",\", @F' f.csv"),
        GIVES("a,\xe2\x80\x8b\xef\xbb\xbf\n1,2\n",
              "f.csv:1:2: nothing shows of the name of column 2; give it another: " RENAMED("1", "V2")),
        GIVES("caf\xc3\xa9,b,cafe\xcc\x81\n1,2,3\n",
              "f.csv:1:3: the name 'café' looks like that of column 1: they differ only in how accents are "
              "written or in marks that do not show; rename one of them: " RENAMED("2", "V3")),
        GIVES("ab,a\xe2\x80\x8b"
              "b\n1,2\n",
              "f.csv:1:2: the name 'a?b' looks like that of column 1: they differ only in how accents are "
              "written or in marks that do not show; rename one of them: " RENAMED("1", "V2")),
        GIVES("ab,Ab\n1,2\n", "ab# 1; Ab# 2"),
        GIVES(
            "a,  ,c\n1,2,3\n",
            "f.csv:1:2: column 2 has a value, but no name; give it one in the header: " NAMED(",") " f.csv"),
        GIVES("\n1,2\n3,4\n", "f.csv:2: the header holds nothing but numbers; if the file has no header, use "
                              "--no-header; if these are its names, --header"),
        GIVES("5.1,3.5,setosa\n4.9,3,setosa\n",
              "f.csv:1:1: the name '5.1' in the header is a number; if the file "
              "has no header, use --no-header; if these are its names, --header"),
        GIVES("0.5,3.5\n4.9,3\n", "0.5# 4.9; 3.5# 3", .sure = true),
        GIVES("5,x,5\n1,2,3\n",
              "f.csv:1:3: the name '5' stands twice in the header, in columns 1 and 3; rename one of "
              "them: " NUMBERED("2", "2"),
              .sure = true),
        GIVES("id,2019,2020\n1,2,3\n", "id# 1; 2019# 2; 2020# 3"),
        GIVES("5.1,3.5,setosa\n4.9,3,setosa\n", "V1# 5.1 4.9; V2# 3.5 3; V3: [setosa] [setosa]",
              .no_header = true),
        GIVES("a,b\n1,x\0y\n", "f.csv:2:2 'b': a NUL byte stands here; if this is a text file, take it out: "
                               "sed 's/\\x00//g' f.csv"),
        GIVES("a\0,b\n1,x\n", "f.csv:1:1: a NUL byte stands here; this is no text file, or UTF-16 without a "
                              "byte order mark: use --encoding utf-16"),
        GIVES("a,b\n1,x\n2,caf\xe9\n",
              "f.csv:3:2 'b': the byte 0xe9 is not UTF-8; use --encoding windows-1252, "
              "which reads Latin-1 too, if that is what the file is"),
        GIVES("a,b\n1,2\n2,\xe9\n", "f.csv:3:2 'b': the byte 0xe9 is not UTF-8; use --encoding windows-1252, "
                                    "which reads Latin-1 too, if that is what the file is"),
        GIVES("\xe9,b\n1,2\n", "f.csv:1:1: the byte 0xe9 is not UTF-8; use --encoding windows-1252, "
                               "which reads Latin-1 too, if that is what the file is"),
        GIVES("a,b\n1,x\n\xff\xfe\n", "f.csv:3:1: the byte 0xff is not UTF-8; and f.csv:3: this row has 1 "
                                      "field, the header has 2; if lines without a delimiter are no rows of "
                                      "data, take them out: iconv -f cp850 -t utf-8 f.csv | sed '/,/!d'"),
        GIVES("a\x1b[31m,a\x1b[31m\n1,2\n", "f.csv:1:2: the name 'a?[31m' stands twice in the header, in "
                                            "columns 1 and 2; rename one of them: " NUMBERED("1", "2")),
    };
    CHECK(table);
}

static void finds_the_columns_to_read_as_categories(void)
{
    static const char text[] = "age,b\n1,2\n";
    static const char *const table[][2] = {
        {"aeg", "--categorical: f.csv has no column 'aeg'; did you mean 'age'?"},
        {"weight", "--categorical: f.csv has no column 'weight'; there are age, b"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        logreg_status status;
        char *got = read_bytes(text, sizeof text - 1, &(variant){.categorical = table[i][0]}, &status);
        CU_ASSERT_EQUAL(status, LOGREG_EDATA);
        CU_ASSERT_TRUE(same_text(got, table[i][1]));
        free(got);
    }
}

static void refuses_senseless_options(void)
{
    static const char text[] = "age,b\n1,2\n";
    static const struct {
        variant how;
        const char *want;
    } table[] = {
        {{.delimiter = '"'}, "the delimiter must be one ASCII character other than a quote or a line end"},
        {{.delimiter = '\n'}, "the delimiter must be one ASCII character other than a quote or a line end"},
        {{.delimiter = '\xa7'}, "the delimiter must be one ASCII character other than a quote or a line end"},
        {{.decimal = ';'}, "the decimal mark must be '.' or ','"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        logreg_status status;
        char *got = read_bytes(text, sizeof text - 1, &table[i].how, &status);
        CU_ASSERT_EQUAL(status, LOGREG_EINVAL);
        CU_ASSERT_TRUE(same_text(got, table[i].want));
        free(got);
    }
    logreg_csv_options o = logreg_csv_options_default();
    logreg_frame *f = NULL;
    logreg_error err;
    o.n_categorical = 1;
    CU_ASSERT_EQUAL(logreg_frame_read_csv(&f, "f.csv", &o, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "entry 1 of categorical is missing"));
    CU_ASSERT_EQUAL(logreg_frame_read_csv(&f, NULL, NULL, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "the file to read has no name"));
    CU_ASSERT_EQUAL(logreg_frame_read_csv_stream(&f, NULL, "f.csv", NULL, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "there is no stream to read f.csv from"));
    CU_ASSERT_EQUAL(logreg_frame_read_csv_stream(NULL, stdin, "f.csv", NULL, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "there is no frame to read f.csv into"));
    CU_ASSERT_PTR_NULL(f);
}

/* ---- Memory ---- */

static void survives_any_failing_allocation(void)
{
    static const char utf16[] = "\xff\xfe"
                                "a\0,\0b\0\n\0\x31\0,\0\xe9\0\n\0";
    size_t n;
    char *late = late_text(1030, 300, 40, &n);
    const file_case table[] = {
        {BYTES("a,b,c\n1,x,5\n2,\"y\nz\",?\n,NA,7\n"), NULL, {0}},
        {BYTES("a,b\n1,2\n3,4\nx,5\n"), NULL, {0}},
        {BYTES("a,b,a\n1,2,3\n"), NULL, {0}},
        {BYTES("a,b\n1,2\n3\n"), NULL, {0}},
        {BYTES(utf16), NULL, {0}},
        {late, n, NULL, {0}},
        {late, n, NULL, {.categorical = "t"}},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        CU_ASSERT_TRUE(reads_or_runs_out(&table[i], true));
    free(late);
}

const test_case tests[] = {
    {"reads lines of any end, and quotes", reads_lines_and_quotes},
    {"reads files of one column, blank lines being missing values", reads_one_column},
    {"decodes UTF-16", decodes_utf16},
    {"finds the delimiter", finds_the_delimiter},
    {"decides types", decides_types},
    {"explains bad files", explains_bad_files},
    {"refuses senseless options", refuses_senseless_options},
    {"finds the columns to read as categories", finds_the_columns_to_read_as_categories},
    {"survives any failing allocation", survives_any_failing_allocation},
    {NULL, NULL},
};
