// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/workbook_file.h"

#include <stdexcept>
#include <zip.h>

namespace wespol::test {

void write_zip(const std::filesystem::path& path, const Parts& parts) {
    int error = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (!archive) throw std::runtime_error("cannot write " + path.string());
    for (const auto& [name, content] : parts) {
        zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
        if (zip_file_add(archive, name.c_str(), source, 0) < 0)
            throw std::runtime_error("cannot add " + name);
    }
    if (zip_close(archive) != 0) throw std::runtime_error("cannot close " + path.string());
}

Parts workbook(const std::string& worksheet, const std::string& shared_texts) {
    return workbook_of({worksheet}, shared_texts);
}

Parts workbook_of(const std::vector<std::string>& worksheets, const std::string& shared_texts) {
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string relations =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
    const auto relation = [&](const std::string& id, const std::string& type,
                              const std::string& target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + relations + "/" + type + "\" Target=\"" +
               target + "\"/>";
    };
    std::string sheets, sheet_relations;
    Parts parts;
    for (std::size_t i = 0; i < worksheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        const std::string id = "rIdSheet" + number;
        sheets +=
            "<sheet name=\"Arkusz" + number + "\" sheetId=\"" + number + "\" r:id=\"" + id + "\"/>";
        sheet_relations += relation(id, "worksheet", "worksheets/sheet" + number + ".xml");
        parts.emplace_back("xl/worksheets/sheet" + number + ".xml",
                           "<worksheet xmlns=\"" + main + "\">" + worksheets[i] + "</worksheet>");
    }
    const Parts rest{
        {"_rels/.rels", "<Relationships xmlns=\"" + package + "\">" +
                            relation("rId1", "officeDocument", "xl/workbook.xml") +
                            "</Relationships>"},
        {"xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations +
                                "\"><sheets>" + sheets + "</sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships xmlns=\"" + package + "\">" + sheet_relations +
             relation("rId2", "sharedStrings", "sharedStrings.xml") +
             relation("rId3", "styles", "/xl/styles.xml") + "</Relationships>"},
        {"xl/sharedStrings.xml", "<sst xmlns=\"" + main + "\">" + shared_texts + "</sst>"},
        {"xl/styles.xml",
         "<styleSheet xmlns=\"" + main +
             "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-415]d\\ mmmm\\ yyyy;@\"/>"
             "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
             "</cellXfs></styleSheet>"},
    };
    parts.insert(parts.begin(), rest.begin(), rest.end());
    return parts;
}

}  // namespace wespol::test
