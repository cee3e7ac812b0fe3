// Debian's libxml2 names ICU in a structure that is of no use here, and its headers' ICU is not Foundation's:
// a module cannot see both.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
