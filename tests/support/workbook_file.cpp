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
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string relations =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
    const auto relation = [&](const std::string& id, const std::string& type,
                              const std::string& target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + relations + "/" + type + "\" Target=\"" +
               target + "\"/>";
    };
    return {
        {"_rels/.rels", "<Relationships xmlns=\"" + package + "\">" +
                            relation("rId1", "officeDocument", "xl/workbook.xml") +
                            "</Relationships>"},
        {"xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations +
                                "\"><sheets><sheet name=\"Arkusz1\" sheetId=\"1\" r:id=\"rId1\"/>"
                                "</sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + package + "\">" +
                                           relation("rId1", "worksheet", "worksheets/sheet1.xml") +
                                           relation("rId2", "sharedStrings", "sharedStrings.xml") +
                                           relation("rId3", "styles", "/xl/styles.xml") +
                                           "</Relationships>"},
        {"xl/sharedStrings.xml", "<sst xmlns=\"" + main + "\">" + shared_texts + "</sst>"},
        {"xl/styles.xml",
         "<styleSheet xmlns=\"" + main +
             "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-415]d\\ mmmm\\ yyyy;@\"/>"
             "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
             "</cellXfs></styleSheet>"},
        {"xl/worksheets/sheet1.xml",
         "<worksheet xmlns=\"" + main + "\">" + worksheet + "</worksheet>"},
    };
}

}  // namespace wespol::test
