// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/xlsx_workbook.h"

#include "core/table/table_advice.h"
#include "core/table/xml_stream.h"

#include <charconv>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

int number(std::string_view text) {
    int value = -1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

TableResult<void> parse(const ZipArchive& archive, std::string_view part, std::uint64_t most_bytes,
                        XmlHandler& handler) {
    XmlStream xml(handler);
    bool is_well_formed = true;
    const auto read = archive.read(part, most_bytes, [&](std::string_view piece) {
        is_well_formed = xml.feed(piece);
        return is_well_formed;
    });
    if (!read) return read;
    if (!is_well_formed || !xml.finish())
        return table_problem(0, worded(kDamagedPart, part), worded(kSaveAgain));
    return {};
}

/// "xl/workbook.xml" and "../a.xml" → "a.xml"; a target from the root begins with a slash.
std::string resolved(std::string_view from, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    std::string folder(from.substr(0, from.rfind('/') == from.npos ? 0 : from.rfind('/') + 1));
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        if (!folder.empty()) folder.pop_back();
        const std::size_t slash = folder.rfind('/');
        folder.erase(slash == folder.npos ? 0 : slash + 1);
    }
    return folder + std::string(target);
}

std::string relations_of(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    const std::size_t name = slash == part.npos ? 0 : slash + 1;
    return fmt::format("{}_rels/{}.rels", part.substr(0, name), part.substr(name));
}

class Relations : public XmlHandler {
  public:
    explicit Relations(std::string_view from) : from_(from) {}

    void start(std::string_view element, const XmlAttributes& attributes) override {
        if (element != "Relationship") return;
        const std::string_view type = attributes["Type"];
        const std::string target = resolved(from_, attributes["Target"]);
        by_type.emplace(type.substr(type.rfind('/') + 1), target);
        by_id.emplace(attributes["Id"], target);
    }
    void text(std::string_view) override {}
    void end(std::string_view) override {}

    std::map<std::string, std::string, std::less<>> by_type, by_id;

  private:
    std::string from_;
};

class WorkbookPart : public XmlHandler {
  public:
    void start(std::string_view element, const XmlAttributes& attributes) override {
        if (element == "workbookPr") counts_from_1904 = attributes.is_set("date1904");
        if (element != "sheet") return;
        const std::string_view state = attributes["state"];
        sheets.push_back({std::string(attributes["name"]), !state.empty() && state != "visible"});
        ids.emplace_back(attributes["id"]);
    }
    void text(std::string_view) override {}
    void end(std::string_view) override {}

    std::vector<Sheet> sheets;
    std::vector<std::string> ids;
    bool counts_from_1904 = false;
};

class SharedTexts : public XmlHandler {
  public:
    explicit SharedTexts(std::size_t most) : most_(most) {}

    void start(std::string_view element, const XmlAttributes&) override {
        if (element == "si" && texts.size() <= most_) texts.emplace_back();
        if (element == "rPh") in_reading_aid_ = true;
        if (element == "t") in_text_ = !in_reading_aid_ && !texts.empty();
    }
    void text(std::string_view text) override {
        if (in_text_ && texts.size() <= most_) texts.back() += text;
    }
    void end(std::string_view element) override {
        if (element == "t") in_text_ = false;
        if (element == "rPh") in_reading_aid_ = false;
    }

    std::vector<std::string> texts;

  private:
    std::size_t most_;
    bool in_text_ = false;
    bool in_reading_aid_ = false;  ///< how to pronounce it, in East Asian files
};

/// Number formats that every spreadsheet has without naming them (ECMA-376, 18.8.30).
bool is_built_in_date(int format) {
    return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) ||
           format == 36 || (format >= 50 && format <= 58);
}

class Styles : public XmlHandler {
  public:
    void start(std::string_view element, const XmlAttributes& attributes) override {
        if (element == "numFmt")
            own_[number(attributes["numFmtId"])] = is_date_format(attributes["formatCode"]);
        if (element == "cellXfs") in_cell_styles_ = true;
        if (element != "xf" || !in_cell_styles_) return;
        const int format = number(attributes["numFmtId"]);
        const auto own = own_.find(format);
        is_date.push_back(own == own_.end() ? is_built_in_date(format) : own->second);
    }
    void text(std::string_view) override {}
    void end(std::string_view element) override {
        if (element == "cellXfs") in_cell_styles_ = false;
    }

    std::vector<bool> is_date;

  private:
    std::map<int, bool> own_;
    bool in_cell_styles_ = false;
};

}  // namespace

bool is_date_format(std::string_view format) {
    bool has_day = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        if (c == ';') break;  // what follows is for negative numbers
        if (c == '"' || c == '[') {
            const std::size_t end = format.find(c == '"' ? '"' : ']', i + 1);
            if (end == format.npos) break;
            i = end;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == 'd' || c == 'D' || c == 'y' || c == 'Y' || c == 'r' || c == 'R') {
            // "r" is the year in formats that Polish Excel lets slip through ("rrrr").
            has_day = true;
        } else if (c == '0' || c == '#' || c == '?' || c == '@' || c == 'G') {
            return has_day;  // fractions of a second; else a number, a text, "General"
        }
    }
    return has_day;
}

std::string unescaped(std::string_view text) {
    constexpr std::size_t length = 7;  // _x000D_
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        const std::string_view escape = text.substr(i, length);
        const bool has_shape =
            escape.size() == length && escape.starts_with("_x") && escape.back() == '_' &&
            std::from_chars(escape.data() + 2, escape.data() + 6, code, 16).ptr == &escape.back();
        if (has_shape && code > 0 && code < 0x80) {
            result += static_cast<char>(code);
            i += length - 1;
        } else {
            result += text[i];
        }
    }
    return result;
}

TableResult<XlsxWorkbook> read_workbook(const ZipArchive& archive, const TableLimits& limits) {
    constexpr std::string_view top_relations = "_rels/.rels";
    if (!archive.has(top_relations))
        return table_problem(0, worded(kNotSpreadsheet), worded(kSaveAgain));
    Relations top("");
    if (auto read = parse(archive, top_relations, kMaxSmallPartBytes, top); !read)
        return tl::unexpected(read.error());
    const auto main = top.by_type.find("officeDocument");
    if (main == top.by_type.end())
        return table_problem(0, worded(kNotSpreadsheet), worded(kSaveAgain));

    Relations relations(main->second);
    if (auto read = parse(archive, relations_of(main->second), kMaxSmallPartBytes, relations);
        !read)
        return table_problem(0, worded(kNotSpreadsheet), worded(kSaveAgain));
    WorkbookPart part;
    if (auto read = parse(archive, main->second, kMaxSmallPartBytes, part); !read)
        return tl::unexpected(read.error());

    XlsxWorkbook workbook;
    workbook.counts_from_1904 = part.counts_from_1904;
    for (std::size_t i = 0; i < part.sheets.size(); ++i) {
        const auto target = relations.by_id.find(part.ids[i]);
        if (target == relations.by_id.end()) continue;  // a chart has no rows
        workbook.sheets.push_back(std::move(part.sheets[i]));
        workbook.parts.push_back(target->second);
    }
    if (workbook.sheets.empty())
        return table_problem(0, worded(kNotSpreadsheet), worded(kSaveAgain));

    if (const auto texts = relations.by_type.find("sharedStrings");
        texts != relations.by_type.end()) {
        SharedTexts shared(limits.texts);
        if (auto read = parse(archive, texts->second, limits.part_bytes / 2, shared); !read)
            return tl::unexpected(read.error());
        if (shared.texts.size() > limits.texts)
            return tl::unexpected<TableProblem>(
                {0,
                 worded({"plik ma więcej niż {} tekstów", "the file has more than {} texts",
                         "файл має понад {} текстів"},
                        limits.texts),
                 worded(kDivide), true});
        workbook.texts = std::move(shared.texts);
    }
    if (const auto styles = relations.by_type.find("styles"); styles != relations.by_type.end()) {
        Styles read_styles;
        if (auto read = parse(archive, styles->second, 4 * kMaxSmallPartBytes, read_styles); !read)
            return tl::unexpected(read.error());
        workbook.style_is_date = std::move(read_styles.is_date);
    }
    return workbook;
}

}  // namespace wespol
