// SPDX-License-Identifier: GPL-3.0-or-later
// XML in pieces → calls for elements and text, by expat. Namespaces are dropped: "x:row" is "row".
// A document type is refused, and elements in more than kMaxXmlDepth others: no spreadsheet has
// them, and entities and open elements could grow without bound.
// Not thread-safe; handlers must not throw (they are called from C).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct XML_ParserStruct;

namespace wespol {

/// The attributes of one element, valid during the call.
class XmlAttributes {
  public:
    explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}

    /// "" when there is none.
    std::string_view operator[](std::string_view name) const;
    /// "1" and "true".
    bool is_set(std::string_view name) const;

  private:
    const char* const* pairs_;
};

class XmlHandler {
  public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view element, const XmlAttributes& attributes) = 0;
    virtual void text(std::string_view text) = 0;
    virtual void end(std::string_view element) = 0;
};

inline constexpr int kMaxXmlDepth = 64;

class XmlStream {
  public:
    explicit XmlStream(XmlHandler& handler);
    ~XmlStream();

    /// false when the text is not well-formed XML, or refused; nothing may follow then.
    bool feed(std::string_view piece);
    bool finish();

  private:
    struct Free {
        void operator()(XML_ParserStruct* parser) const;
    };
    struct Reading;

    std::unique_ptr<Reading> reading_;  ///< what the parser's calls are told
    std::unique_ptr<XML_ParserStruct, Free> parser_;
};

}  // namespace wespol
