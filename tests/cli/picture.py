"""picture.py FILE...: says what picture each file holds, having looked at all of it.

PNG: every chunk with its checksum, every row of pixels, and that more than one colour is there. SVG: an XML parser, and
that nothing in it points outside; its texts are printed with --text. PDF: beginning, end and number of pages. --same A B compares
the pixels of two PNG files, which may say different words; --words prints the words of PNG, SVG and PDF files."""
import re
import struct
import sys
import xml.etree.ElementTree
import zlib


def chunks(data):
    at = 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        yield kind, data[at + 8:at + 8 + length]
        at += 12 + length


def pixels(path):
    with open(path, "rb") as file:
        return b"".join(body for kind, body in chunks(file.read()) if kind == b"IDAT")


def pdf_words(data):
    """Of the dictionary that the last trailer names, found by the table of places that ends the file."""
    table = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    assert data[table:table + 4] == b"xref", "no table"
    first, place = re.match(rb"xref\s+(\d+) 1\s+(\d{10}) 00000 n ", data[table:]).groups()
    info = re.search(rb"/Info (\d+) 0 R", data[table:]).group(1)
    assert first == info and data[int(place):].startswith(info + b" 0 obj"), "no information"
    before = int(re.search(rb"/Prev (\d+)", data[table:]).group(1))
    assert data[before:before + 4] == b"xref", "no table before"
    return [bytes.fromhex(found.decode()).decode("utf-16")
            for found in re.findall(rb"/(?:Title|Subject) <([0-9A-F]*)>", data[int(place):])]


def words(path):
    """What title and description the file has, in the manner of its format."""
    with open(path, "rb") as file:
        data = file.read()
    if data[:1] == b"\x89":
        return [body.split(b"\0", 5)[5].decode() for kind, body in chunks(data) if kind == b"iTXt"]
    if data[:4] == b"%PDF":
        return pdf_words(data)
    root = xml.etree.ElementTree.fromstring(data)
    return [next(e.text for e in root if e.tag.endswith("}" + name)) for name in ("title", "desc")]


def png(data):
    assert data[:8] == b"\x89PNG\r\n\x1a\n", "no signature"
    at, pixels, header, kind = 8, b"", None, None
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0] == zlib.crc32(kind + body), "checksum"
        header = body if kind == b"IHDR" else header
        pixels += body if kind == b"IDAT" else b""
        at += 12 + length
    assert kind == b"IEND" and at == len(data), "no end"
    width, height, depth, colour = struct.unpack(">IIBB", header[:10])
    rows = zlib.decompress(pixels)
    stride = 1 + (width * depth * {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour] + 7) // 8
    assert len(rows) == stride * height, "rows"
    assert len(set(rows)) > 16, "empty"
    return f"PNG, {width} x {height}"


def svg(data, texts):
    root = xml.etree.ElementTree.fromstring(data)
    assert root.tag.endswith("}svg"), root.tag
    outside = [v for e in root.iter() for k, v in e.attrib.items()
               if k.endswith("href") and not v.startswith(("#", "data:image/png;base64,"))]
    assert not outside, outside
    assert not any(e.tag.endswith("}script") for e in root.iter()), "a script"
    assert sum(e.tag.endswith("}path") for e in root.iter()) > 5, "empty"
    words = ["".join(e.itertext()) for e in root.iter() if e.tag.endswith("}text")]
    return "\n".join(["SVG"] + [w for w in words if texts and w.strip()])


def pdf(data):
    assert data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
    return f"PDF, {len(re.findall(rb'/Type */Page[^s]', data))} page"


def look(path, texts=False):
    with open(path, "rb") as file:
        data = file.read()
    if data[:1] == b"\x89":
        return png(data)
    return pdf(data) if data[:4] == b"%PDF" else svg(data, texts)


if __name__ == "__main__":
    if sys.argv[1] == "--same":
        print("the same pixels:", pixels(sys.argv[2]) == pixels(sys.argv[3]))
    elif sys.argv[1] == "--words":
        for name in sys.argv[2:]:
            print("\n".join(words(name)))
    for name in sys.argv[1:] if sys.argv[1] not in ("--same", "--words") else []:
        if name != "--text":
            print(f"{name}: {look(name, sys.argv[1] == '--text')}")
