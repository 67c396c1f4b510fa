/* What a file is before it is rows: in another encoding, or no CSV file at all. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "csv_files.h"
#include "packers.h"

static const variant plain;

/* ---- Files of other kinds ---- */

static void refuses_other_kinds_by_name(void)
{
    static const file_case table[] = {
#define IS(bytes, what) GIVES(bytes, "f.csv is " what " first")
        IS("PK\3\4\24\0\6\0\10\0\0\0!\0[Content_Types].xml \xa2\4 .. PK\3\4 xl/workbook.xml",
           "a spreadsheet (xlsx), not a CSV file; save it as CSV"),
        IS("PK\3\4\24\0\6\0\10\0\0\0!\0[Content_Types].xml \xa2\4",
           "an Office document (a spreadsheet, xlsx, perhaps), not a CSV file; save its table as CSV"),
        IS("PK\3\4\24\0\0\10\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK",
           "a spreadsheet (ods), not a CSV file; save it as CSV"),
        IS("PK\3\4abc", "an archive (zip), not a CSV file; unpack it"),
        IS("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..", "an old spreadsheet (xls), not a CSV file; save it as CSV"),
        IS("PAR1\x15\x04", "a Parquet file, not a CSV file; export it as CSV, in Python with "
                           "pandas.read_parquet(..).to_csv(..)"),
        IS("X\n\0\0\0\3\0\4\2\1", "an R object (rds), not a CSV file; write it with write.csv(readRDS(..))"),
        IS("RDX3\nX\n", "an R workspace (rda), not a CSV file; write its table with write.csv"),
        IS("$FL2@(#) IBM SPSS STATISTICS",
           "an SPSS file (sav), not a CSV file; export it as CSV, in R with write.csv(haven::read_sav(..))"),
        IS("<stata_dta><header>", "a Stata file (dta), not a CSV file; write it with export delimited"),
        IS("\x73\x02\x01\0..", "a Stata file (dta), not a CSV file; write it with export delimited"),
        IS("\0\0\0\0\0\0\0\0\0\0\0\0\xc2\xea\x81\x60..",
           "a SAS file (sas7bdat), not a CSV file; write it with proc export"),
        IS("HEADER RECORD*******LIBRARY HEADER",
           "a SAS transport file (xpt), not a CSV file; write it with proc export"),
        IS("<!DOCTYPE HTML>\n<table>",
           "a web page or XML, as some programs export for spreadsheets, not a CSV "
           "file; open it in a spreadsheet and save it as CSV"),
        IS("-- MySQL dump 10.13",
           "a script of SQL, not a CSV file; load it into its database and export the table as CSV"),
        IS("%%% iris\n\n  @RELATION iris\n@data\n{0 1}\n",
           "an ARFF file of Weka, not a CSV file; save it as CSV in Weka"),
        IS("{\"a\": [1, 2]}",
           "JSON, not a CSV file; turn it into CSV, in Python with pandas.read_json(..).to_csv(..),"),
        IS("\x89PNG\r\n\x1a\n\0\0", "a picture (png), not a CSV file; write the table that it shows as CSV"),
        IS("\xff\xd8\xff\xe0", "a picture (jpeg), not a CSV file; write the table that it shows as CSV"),
        IS("GIF89a", "a picture (gif), not a CSV file; write the table that it shows as CSV"),
        IS("%PDF-1.7\n", "a PDF document, not a CSV file; export its table as CSV"),
        IS("SQLite format 3\0", "an SQLite database, not a CSV file; export the table as CSV"),
        IS("BZh91AY&SY", "compressed (bzip2), not a CSV file; unpack it with bunzip2"),
        IS("\xfd"
           "7zXZ\0\0",
           "compressed (xz), not a CSV file; unpack it with unxz"),
        GIVES("structure(list(a = 1:2, y = 0:1), row.names = c(NA, -2L), class = \"data.frame\")\n",
              "f.csv is a table in R's notation, as dput writes it, not a CSV file; make it one: Rscript -e "
              "'write.csv(dget(commandArgs(TRUE)), row.names = FALSE)' f.csv"),
#undef IS
        GIVES(
            "INSERT INTO t VALUES (1,'a');\n",
            "f.csv is a script of SQL, not a CSV file; make it one, whose columns have no names: perl -0777 "
            "-ne "
            "'($t) = /INSERT INTO\\s+(\\S+)/i; $s = qr/\\x27(?:[^\\x27\\\\]|\\\\.|\\x27\\x27)*\\x27/s; while "
            "(/INSERT INTO\\s+\\Q$t\\E\\s*(\\([^()]*\\)\\s*)?VALUES/gi) { while "
            "(/\\G[\\s,]*\\(((?:[^()\\x27]++|$s)*)\\)/gc) { print join(\",\", map { /^\\s*NULL\\s*$/i ? \"\" "
            ": "
            "/^\\s*N?\\x27(.*)\\x27\\s*$/s ? q(\") . ($1 =~ s/\\x27\\x27|\\\\\\x27/\\x27/gr =~ s/\"/\"\"/gr) "
            ". "
            "q(\") : s/\\s//gr } $1 =~ /((?:[^,\\x27]++|$s)+)/g), \"\\n\" } }' f.csv, and use --no-header"),
        /* not those, though they begin alike */
        GIVES("PK,x\n1,2\n", "PK# 1; x# 2"),
        GIVES("[id],[y]\n1,2\n", "[id]# 1; [y]# 2"),
        GIVES("set ,copy \n1,INSERT INTO\n", "set# 1; copy: [INSERT INTO]"),
        GIVES("X\n1\n", "X# 1"),
        GIVES("PAR1,PAR2\n1,2\n", "PAR1# 1; PAR2# 2"),
    };
    CHECK(table);
}

static void takes_the_delimiter_from_a_sep_line(void)
{
    static const file_case table[] = {
        GIVES("sep=;\na;b\n1;x,y\n", "a# 1; b: [x,y]"),
        GIVES("SEP=:\r\na:b\r\n1:2\r\n", "a# 1; b# 2"),
        GIVES("\xef\xbb\xbfsep=\t\na\tb\n1\t2\n", "a# 1; b# 2"),
        GIVES("sep=;\na,b\n1,2\n", "a# 1; b# 2", .delimiter = ','),
        GIVES("sep=;\na;b\n1;2\n3\n", "f.csv:4: this row has 1 field, the header has 2; if lines without a "
                                      "delimiter are no rows of data, take them out: sed '/;/!d' f.csv"),
    };
    CHECK(table);
}

/* ---- Encodings ---- */

#define CENTRAL "use --encoding windows-1250, if that is what the file is"
#define LATIN1 "use --encoding windows-1252, which reads Latin-1 too, if that is what the file is"

static void decodes_what_it_is_told(void)
{
    static const file_case table[] = {
        GIVES("a,b\n1,caf\xe9\n", "a# 1; b: [caf\xc3\xa9]", .encoding = "latin1"),
        GIVES("\xe4,b\n1,\x80\n", "\xc3\xa4# 1; b: [\xe2\x82\xac]", .encoding = "windows-1252"),
        GIVES("a,b\n1,\x80\n", "a# 1; b: [\xc2\x80]", .encoding = "latin1"),
        GIVES("a,b\n1,\x93x\x94\xff\n", "a# 1; b: [\xe2\x80\x9cx\xe2\x80\x9d\xc3\xbf]",
              .encoding = "windows-1252"),
        GIVES("a,b\n1,x\n2,y\x81\n", "f.csv:3:2 'b': the byte 0x81 is no character of windows-1252",
              .encoding = "windows-1252"),
        GIVES("a,b\n1,\xc3\xa9\n", "a# 1; b: [\xc3\xa9]", .encoding = "utf-8"),
        GIVES("a\0,\0b\0\n\0\x31\0,\0\xe9\0\n\0", "a# 1; b: [\xc3\xa9]", .encoding = "utf-16"),
        GIVES("\xfe\xff\0b\0\n\0x", "b: [x]", .encoding = "utf-16"),
        /* without a mark: by the zeros */
        GIVES("a\0,\0b\0\n\0\x31\0,\0x\0\n\0", "a# 1; b: [x]"),
        GIVES("\0a\0,\0b\0\n\0\x31\0,\0x\0\n", "a# 1; b: [x]"),
        GIVES("\0a\0,\0b\0\n\0\x31\0,\0\xe9\0\n", "a# 1; b: [\xc3\xa9]", .encoding = "utf-16"),
        GIVES("\x04\x30\0,\x04\x31\0\n\0\x31\0,\x04\x32\0\n", "\xd0\xb0# 1; \xd0\xb1: [\xd0\xb2]"),
        GIVES("a\0,\0b\0\n\0\x31\0,\0x\0\n\0",
              "f.csv:1:1: a NUL byte stands here; this is no text file, or UTF-16 without a byte order mark: "
              "use --encoding utf-16",
              .encoding = "utf-8"),
        GIVES("a\0\0\0,\0b\0\n\0\x31\0,\0x\0\n\0",
              "f.csv:1:1: a NUL character stands here; this is no text file, or not in UTF-16",
              .encoding = "utf-16"),
        GIVES("\0a\0,\0b\0\n\0\x31\0,\xd8\x01\0\n",
              "f.csv:2:2 'b': half a character of UTF-16 stands here; the file is damaged"),
        /* where DOS says that a file ends */
        GIVES("a,b\n1,x\n\x1a", "a# 1; b: [x]"),
        GIVES("a,b\r1,x\r\x1a\x1a", "a# 1; b: [x]"),
        GIVES("a,b\n1,x\n\x1a,y\n2,x\n3,x\n",
              "f.csv:3:1 'a': '?' is not a number (1 of 4 values). Use "
              "--na-values $'a=\\x1a' (which leaves out 1 row), or --categorical a"),
        GIVES("a\nx\n\x1a\n", "a: [x] [\x1a]"),
        /* of two encodings */
        GIVES("a,b\n1,\xc3\xa9\n2,\xe9\n3,z\n",
              "f.csv:3:2 'b': the byte 0xe9 is not UTF-8, but 1 other line is; if the 1 that is not is "
              "windows-1252, make all "
              "UTF-8: perl -MEncode -pe '$_ = encode_utf8(decode(\"cp1252\", $_)) if !utf8::decode(my $line "
              "= $_)' f.csv"),
        GIVES("a,b\n1,\xe9\n2,\xe4\n3,\xc3\xa9\n4,\xc3\xa4",
              "f.csv:2:2 'b': the byte 0xe9 is not UTF-8, but 2 other lines are; if the 2 that are not are "
              "windows-1252, make "
              "all UTF-8: perl -MEncode -pe '$_ = encode_utf8(decode(\"cp1252\", $_)) if !utf8::decode(my "
              "$line = $_)' f.csv"),
        GIVES("\xef\xbb\xbf"
              "a\nx\n",
              "f.csv begins with the byte order mark of utf-8, so it is not latin1; leave out --encoding",
              .encoding = "latin1"),
        GIVES("\xff\xfe"
              "a\0",
              "f.csv begins with the byte order mark of utf-16, so it is not utf-8; leave out --encoding",
              .encoding = "utf-8"),
        GIVES("a,b\n1,caf\xe9\n", "f.csv:2:2 'b': the byte 0xe9 is not UTF-8; " LATIN1, .encoding = "utf-8"),
        GIVES("\xbfImpago?;b\n1;2\n", "f.csv:1:1: the byte 0xbf is not UTF-8; " LATIN1),
        /* Polish letters that are powers, and letters of others, for the west */
        GIVES("a,b\n1,Oddzia\xb3\n", "f.csv:2:2 'b': the byte 0xb3 is not UTF-8; " CENTRAL),
        GIVES("a,b\n1,zmar\xb3\n2,wewn\xeatrzny\n", "f.csv:2:2 'b': the byte 0xb3 is not UTF-8; " CENTRAL),
        GIVES("a,b\n1,Gda\xf1sk\n2,Krak\xf3w\n", "f.csv:2:2 'b': the byte 0xf1 is not UTF-8; " CENTRAL),
        GIVES("a,b\n1,Pozna\xf1\n", "f.csv:2:2 'b': the byte 0xf1 is not UTF-8; " CENTRAL),
        GIVES("a,b\n1,\x8crem\n2,\x8cwi\xeatokrzyskie\n",
              "f.csv:2:2 'b': the byte 0x8c is not UTF-8; " CENTRAL),
        GIVES("a,b\n1,Logro\xf1o\n2,Inversi\xf3n\n", "f.csv:2:2 'b': the byte 0xf1 is not UTF-8; " LATIN1),
        GIVES("a,b\n1,A\xd1O\n2,Ni\xf1\xe9z\n", "f.csv:2:2 'b': the byte 0xd1 is not UTF-8; " LATIN1),
        GIVES("a,b\n1,t\xeate\n2,Fen\xeatre\n", "f.csv:2:2 'b': the byte 0xea is not UTF-8; " LATIN1),
        GIVES("a,b\n1,m\xb3\n2,cm\xb3\n", "f.csv:2:2 'b': the byte 0xb3 is not UTF-8; " LATIN1),
        GIVES("a,b\n1,Total\xb3\n", "f.csv:2:2 'b': the byte 0xb3 is not UTF-8; " LATIN1),
        GIVES("a,b\n1,Renta\xb3\n2,Paga\xb2\n", "f.csv:2:2 'b': the byte 0xb3 is not UTF-8; " LATIN1),
        GIVES("\xbfona;b\n1;2\n", "f.csv:1:1: the byte 0xbf is not UTF-8; use --encoding windows-1250, if "
                                  "that is what the file is"),
        GIVES("a,b\n1,it\x92s\n", "f.csv:2:2 'b': the byte 0x92 is not UTF-8; use --encoding windows-1252, "
                                  "if that is what the file is"),
    };
    CHECK(table);
}

static void refuses_unknown_encodings(void)
{
    logreg_csv_options o = logreg_csv_options_default();
    o.encoding = "ebcdic";
    logreg_frame *f = NULL;
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_frame_read_csv(&f, "f.csv", &o, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(
        same_text(err.message,
                  "there is no encoding 'ebcdic'; there are utf-8, utf-16, latin1, "
                  "windows-1252, windows-1250, windows-1251, windows-1253, windows-1254, cp850, macintosh"));
}

/* ---- How a file is written ---- */

/* Delimiter, decimal mark, header, encoding, mark, packing, line ends of each kind, quoted cells. */
static char *dialect_of(const char *bytes, size_t n, const variant *how)
{
    const char *na, *categorical;
    logreg_csv_options o = options_of(how, &na, &categorical);
    logreg_frame *f = NULL;
    FILE *stream = fmemopen((void *)bytes, n, "rb");
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv_stream(&f, stream, "f.csv", &o, NULL), LOGREG_OK);
    fclose(stream);
    logreg_dialect d = logreg_frame_dialect(f);
    logreg_frame_free(f);
    FILE *out = begin_text();
    fprintf(out, "%c %c %d %s %d %s %zu %zu %zu %zu", d.delimiter, d.decimal, d.header, d.encoding, d.mark,
            d.packing ? d.packing : "-", d.lf, d.crlf, d.cr, d.quoted);
    return end_text(out, &n);
}

static void tells_how_a_file_is_written(void)
{
    static const file_case table[] = {
        GIVES("a,b\n1,2\n", ", . 1 utf-8 0 - 2 0 0 0"),
        GIVES("\xef\xbb\xbf"
              "a;b\r\n1,5;\"2\"\r\n",
              "; , 1 utf-8 1 - 0 2 0 1", .decimal = ','),
        GIVES("a\tb\r1\t2\r", "\t . 1 utf-8 0 - 0 0 2 0"),
        GIVES("a|b\n1|2\r\n3|4\r5|6", "| . 1 utf-8 0 - 1 1 1 0"),
        GIVES("\"a\",b\n1,\"x\n\"\"y\"\r\n2,z", ", . 1 utf-8 0 - 1 1 0 2"),
        GIVES("sep=:\n1:x\n", ": . 0 latin1 0 - 1 0 0 0", .no_header = true, .encoding = "latin1"),
        GIVES("\xff\xfe"
              "b\0\n\0x\0",
              ", . 1 utf-16 1 - 1 0 0 0"),
    };
    static const char *const packing[] = {"gzip", "zstd"};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char *got = dialect_of(table[i].bytes, table[i].n, &table[i].how);
        CU_ASSERT_TRUE(same_text(got, table[i].want));
        free(got);
    }
    for (int i = 0; i < 2; i++) {
        size_t packed;
        char want[40], *bytes = packers[i](table[0].bytes, table[0].n, &packed);
        char *got = dialect_of(bytes, packed, &plain);
        snprintf(want, sizeof want, ", . 1 utf-8 0 %s 2 0 0 0", packing[i]);
        CU_ASSERT_TRUE(same_text(got, want));
        free(got);
        free(bytes);
    }
    logreg_frame *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_dialect(f).delimiter, '\0');
    CU_ASSERT_PTR_NULL(logreg_frame_dialect(f).encoding);
    logreg_frame_free(f);
}

/* ---- Memory ---- */

static void survives_any_failing_allocation(void)
{
    static const char text[] = "a,b\n1,x\n2,y\n";
    size_t n1, n2;
    char *one = gzip_bytes(text, sizeof text - 1, &n1), *two = zstd_bytes(text, sizeof text - 1, &n2);
    const char *want = "a# 1 2; b: [x] [y]";
    const file_case table[] = {
        {one, n1, want, {0}}, {two, n2, want, {0}}, {text, sizeof text - 1, want, {.encoding = "latin1"}}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        CU_ASSERT_TRUE(reads_or_runs_out(&table[i], false));
    free(one);
    free(two);
}

const test_case tests[] = {
    {"refuses files of other kinds by name", refuses_other_kinds_by_name},
    {"takes the delimiter from a sep= line", takes_the_delimiter_from_a_sep_line},
    {"decodes what it is told", decodes_what_it_is_told},
    {"refuses unknown encodings", refuses_unknown_encodings},
    {"tells how a file is written", tells_how_a_file_is_written},
    {"survives any failing allocation", survives_any_failing_allocation},
    {NULL, NULL},
};
