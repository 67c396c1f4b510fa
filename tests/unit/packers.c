#include "packers.h"

#include <stdlib.h>

#include <zlib.h>
#include <zstd.h>

#include "harness.h"

char *gzip_bytes(const char *text, size_t n, size_t *packed)
{
    z_stream z = {0};
    CU_ASSERT_EQUAL_FATAL(deflateInit2(&z, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
    size_t room = deflateBound(&z, n);
    char *out = malloc(room);
    z.next_in = (unsigned char *)text;
    z.avail_in = (unsigned)n;
    z.next_out = (unsigned char *)out;
    z.avail_out = (unsigned)room;
    CU_ASSERT_EQUAL_FATAL(deflate(&z, Z_FINISH), Z_STREAM_END);
    *packed = room - z.avail_out;
    deflateEnd(&z);
    return out;
}

char *zstd_bytes(const char *text, size_t n, size_t *packed)
{
    size_t room = ZSTD_compressBound(n);
    char *out = malloc(room);
    *packed = ZSTD_compress(out, room, text, n, 3);
    CU_ASSERT_FALSE_FATAL(ZSTD_isError(*packed));
    return out;
}

packer *const packers[2] = {gzip_bytes, zstd_bytes};
