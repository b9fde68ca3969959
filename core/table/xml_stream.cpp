// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/xml_stream.h"

#include "core/support/error.h"

#include <expat.h>

namespace wespol {
namespace {

constexpr char kSeparator = '|';  // between the address of a namespace and a name

std::string_view local(const char* name) {
    const std::string_view whole = name;
    const std::size_t at = whole.rfind(kSeparator);
    return at == whole.npos ? whole : whole.substr(at + 1);
}

/// With XML_UseParserAsHandlerArg a callback is given the parser.
XML_Parser parser_of(void* argument) {
    return static_cast<XML_Parser>(argument);
}

void refuse_document_type(void* parser, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    XML_StopParser(parser_of(parser), XML_FALSE);
}

}  // namespace

struct XmlStream::Reading {
    XmlHandler& handler;
    int depth = 0;

    static Reading& of(void* parser) {
        return *static_cast<Reading*>(XML_GetUserData(parser_of(parser)));
    }

    static void on_start(void* parser, const XML_Char* name, const XML_Char** attributes) {
        if (++of(parser).depth > kMaxXmlDepth)
            XML_StopParser(parser_of(parser), XML_FALSE);
        else
            of(parser).handler.start(local(name), XmlAttributes(attributes));
    }

    static void on_end(void* parser, const XML_Char* name) {
        // Of an element that was refused and has no content the end comes all the same.
        if (of(parser).depth-- <= kMaxXmlDepth) of(parser).handler.end(local(name));
    }

    static void on_text(void* parser, const XML_Char* text, int length) {
        of(parser).handler.text({text, static_cast<std::size_t>(length)});
    }
};

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (const char* const* each = pairs_; *each; each += 2)
        if (local(each[0]) == name) return each[1];
    return {};
}

bool XmlAttributes::is_set(std::string_view name) const {
    const std::string_view value = (*this)[name];
    return value == "1" || value == "true";
}

void XmlStream::Free::operator()(XML_ParserStruct* parser) const {
    XML_ParserFree(parser);
}

XmlStream::XmlStream(XmlHandler& handler)
    : reading_(new Reading{handler}), parser_(XML_ParserCreateNS(nullptr, kSeparator)) {
    if (!parser_) throw Error(ErrorCode::environment, "Brakuje pamięci na czytanie arkusza");
    XML_SetUserData(parser_.get(), reading_.get());
    XML_SetElementHandler(parser_.get(), Reading::on_start, Reading::on_end);
    XML_SetCharacterDataHandler(parser_.get(), Reading::on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), refuse_document_type);
    XML_UseParserAsHandlerArg(parser_.get());
}

XmlStream::~XmlStream() = default;

bool XmlStream::feed(std::string_view piece) {
    return XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), 0) ==
           XML_STATUS_OK;
}

bool XmlStream::finish() {
    return XML_Parse(parser_.get(), "", 0, 1) == XML_STATUS_OK;
}

}  // namespace wespol
