// SPDX-License-Identifier: GPL-3.0-or-later
// PDFs are read back by poppler's programs, as other people's readers do.
#include "core/support/files.h"
#include "server/pdf/pdf_table.h"
#include "server/qr_code.h"
#include "tests/support/catch.hpp"
#include "tests/support/command.h"
#include "tests/support/temporary_directory.h"

#include <string>
#include <thread>
#include <vector>

using namespace wespol;
using namespace wespol::test;

namespace {

const PdfDescription kDescription{"Zażółć gęślą jaźń",
                                  "Wespół",
                                  "Próba",
                                  "2026-11-22T07:51:34+01:00",
                                  "pl-PL",
                                  [](int page, int pages) {
                                      return "strona " + std::to_string(page) + " z " +
                                             std::to_string(pages);
                                  }};

std::string read_back(const std::string& pdf, const std::string& command) {
    const TemporaryDirectory folder;
    write_file_durably(folder.path() / "a.pdf", pdf);
    return output_of(command, folder.path());
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

PdfTable table_of(std::size_t rows, const std::string& text) {
    PdfTable table;
    table.columns = {{"Nazwa", 1}, {"Opis", 2}};
    table.continued = "ciąg dalszy";
    for (std::size_t i = 0; i < rows; ++i)
        table.rows.push_back({{{"wiersz " + std::to_string(i) + "."}}, {{text}}});
    return table;
}

}  // namespace

TEST_CASE("letters are found as they are written, none set as one with its neighbour") {
    const std::string pdf = write_pdf(kDescription, [](PdfPages& pages) {
        pages.paragraph({{"certyfikat, sufit, oferta, afisz, flaga"}});
    });
    CHECK(read_back(pdf, "pdftotext a.pdf -").find("certyfikat, sufit, oferta, afisz, flaga") !=
          std::string::npos);
}

TEST_CASE("a PDF says its title, author, day and language, and has tags") {
    const std::string pdf = write_pdf(kDescription, [](PdfPages& pages) {
        pages.heading(1, "Nagłówek");
        pages.paragraph({{"Zażółć gęślą jaźń. ЇЄҐ"}});
        pages.link({{"adres"}}, "https://example.org/a?b='c'");
        draw_table(pages, table_of(1, "treść"));
    });
    const std::string about = read_back(pdf, "TZ=UTC pdfinfo a.pdf");
    CHECK(about.find("Title:           Zażółć gęślą jaźń") != std::string::npos);
    CHECK(about.find("Author:          Wespół") != std::string::npos);
    CHECK(about.find("Sun Nov 22 06:51:34 2026") != std::string::npos);
    CHECK(about.find("Tagged:          yes") != std::string::npos);
    CHECK(about.find("Page size:       595.276 x 841.89 pts (A4)") != std::string::npos);
    CHECK(pdf.find("/Lang (pl-PL)") != std::string::npos);

    const std::string structure = read_back(pdf, "pdfinfo -struct-text a.pdf");
    INFO(structure);
    CHECK(structure.starts_with("Document\n"));
    for (const char* part : {"H1 (block)\n    \"Nagłówek\"", "Zażółć gęślą jaźń. ЇЄҐ", "Link",
                             "Table", "TH\n        \"Nazwa\"", "TD\n        \"treść\""}) {
        INFO(part);
        CHECK(structure.find(part) != std::string::npos);
    }
    // What stands at the foot of each page is not read out.
    CHECK(structure.find("strona") == std::string::npos);
    CHECK(read_back(pdf, "pdftotext a.pdf -").find("strona 1 z 1") != std::string::npos);
    CHECK(read_back(pdf, "pdffonts a.pdf").find("Lato") != std::string::npos);
}

TEST_CASE("a QR code is a figure, read out by what it says") {
    const auto code = QrCode::of("https://wespol.example/protokol/x");
    REQUIRE(code);
    const std::string pdf = write_pdf(kDescription, [&](PdfPages& pages) {
        pages.qr_code(*code, 100, "Łącze");
        pages.paragraph({{"treść"}});
    });
    CHECK(pdf.find("/Alt <FEFF0141010500") != std::string::npos);
    const std::string structure = read_back(pdf, "pdfinfo -struct a.pdf");
    INFO(structure);
    CHECK(structure.find("Figure") != std::string::npos);
    CHECK(pdf.find("/Lang (pl-PL)") != std::string::npos);
    CHECK(read_back(pdf, "pdftotext a.pdf -").find("treść") != std::string::npos);
}

TEST_CASE("long tables repeat their head, keep rows whole and lose none") {
    const std::string pdf = write_pdf(kDescription, [](PdfPages& pages) {
        draw_table(pages, table_of(120, "jeden\ndwa\ntrzy"));
    });
    const std::string text = read_back(pdf, "pdftotext -layout a.pdf -");
    const std::size_t pages = count(text, "\f");
    CHECK(pages > 3);
    CHECK(count(text, "Nazwa") == pages);
    CHECK(count(text, "ciąg dalszy") == 0);
    for (std::size_t i = 0; i < 120; ++i)
        CHECK(count(text, "wiersz " + std::to_string(i) + ".") == 1);
    CHECK(count(text, "trzy") == 120);
    // Decoration for the eye is not read out again.
    CHECK(count(read_back(pdf, "pdfinfo -struct-text a.pdf"), "\"Nazwa\"") == 1);
}

TEST_CASE("a row higher than a page goes on and says so") {
    std::string lines;
    for (int i = 0; i < 200; ++i)
        lines += "linia-" + std::to_string(i) + ".\n";
    const std::string pdf = write_pdf(kDescription, [&](PdfPages& pages) {
        pages.paragraph({{"przed"}});
        draw_table(pages, table_of(1, lines));
        pages.paragraph({{lines}});
    });
    const std::string text = read_back(pdf, "pdftotext -layout a.pdf -");
    for (int i = 0; i < 200; ++i)
        CHECK(count(text, "linia-" + std::to_string(i) + ".") == 2);
    CHECK(count(text, "ciąg dalszy") >= 2);
}

TEST_CASE("words without spaces are broken and stay on the paper") {
    const std::string address = "https://example.org/" + std::string(3000, 'w');
    const std::string pdf = write_pdf(kDescription, [&](PdfPages& pages) {
        pages.link({{address}}, address);
        draw_table(pages, table_of(1, address));
    });
    const std::string text = read_back(pdf, "pdftotext -bbox a.pdf -");
    std::size_t at = 0;
    while ((at = text.find("xMax=\"", at)) != std::string::npos) {
        at += 6;
        CHECK(std::stod(text.substr(at)) <= PdfPages::kWidth - PdfPages::kMargin + 1);
    }
}

TEST_CASE("the same calls give the same bytes, in several threads too") {
    const auto make = [] {
        return write_pdf(kDescription, [](PdfPages& pages) {
            pages.heading(2, "Źródła");
            draw_table(pages, table_of(60, "zażółć"));
        });
    };
    const std::string once = make();
    std::vector<std::string> made(4);
    {
        std::vector<std::jthread> threads;
        for (std::string& each : made)
            threads.emplace_back([&] { each = make(); });
    }
    for (const std::string& each : made)
        CHECK(each == once);
}
