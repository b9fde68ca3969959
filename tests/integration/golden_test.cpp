// SPDX-License-Identifier: GPL-3.0-or-later
// Whole answers of the API and whole pages over the test catalogue, kept under tests/golden.
#include "tests/support/golden.h"

#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;

namespace {

struct Golden {
    std::string file, path;
};

std::string answer_to(const std::string& path) {
    const auto answer = shared_server().get(path);
    const bool is_json = answer.get_header_value("Content-Type").find("json") != std::string::npos;
    const std::string text =
        is_json ? nlohmann::ordered_json::parse(answer.body).dump(2) + "\n" : answer.body;
    return masked(text, shared_server().snapshots().current()->generation());
}

}  // namespace

TEST_CASE("answers of the API are as they were") {
    const auto [file, path] = GENERATE(values<Golden>({
        {"api/catering.json", "/api/v1/entities?q=catering"},
        {"api/catering-in-gniezno-en.json", "/api/v1/entities?q=catering&powiat=3003&lang=en"},
        {"api/nothing-found.json", "/api/v1/entities?q=catering&powiat=3003&certyfikat=wygasl"},
        {"api/near-konin.json", "/api/v1/entities?blisko=Konin&promien=10"},
        {"api/entity.json", "/api/v1/entities/nip-2222222222"},
        {"api/products.json", "/api/v1/products?q=kozio%C5%82ek"},
        {"api/certificates.json", "/api/v1/certificates?q=pierogi"},
        {"api/certificate-check.json", "/api/v1/certificates?nip=1111111111"},
        {"api/wrong-parameters.json", "/api/v1/entities?strona=abc&powiat=nie-ma"},
        {"api/certificate-check-en.json", "/api/v1/certificates?nip=1111111111&lang=en"},
        {"api/wrong-parameters-uk.json", "/api/v1/entities?strona=abc&powiat=nie-ma&lang=uk"},
        {"api/compare.json", "/api/v1/compare?id=nip-1111111111&id=przeniesiony"},
        {"api/suggest.json", "/api/v1/suggest?q=ko"},
        {"api/quality.json", "/api/v1/quality"},
        {"api/cpv-code.json", "/api/v1/cpv/55520000-1"},
        {"api/cpv-words.json", "/api/v1/cpv?q=cateringu"},
        {"api/not-found.json", "/api/v1/entities/nie-ma"},
    }));
    check_golden(file, answer_to(path));
}

TEST_CASE("the answer to a list is as it was") {
    const auto answer = shared_server().post("/api/v1/certificates/check?na-dzien=2020-01-01",
                                             "1111111111\n1111111112\npierogi\n", "text/plain");
    check_golden("api/list-check.json",
                 masked(nlohmann::ordered_json::parse(answer.body).dump(2) + "\n",
                        shared_server().snapshots().current()->generation()));
}

TEST_CASE("pages are as they were") {
    const auto [file, path] = GENERATE(values<Golden>({
        {"pages/home.html", "/"},
        {"pages/results.html", "/szukaj?q=catering"},
        {"pages/results-map.html", "/szukaj?q=catering&widok=mapa"},
        {"pages/results-wrong-parameter.html", "/szukaj?q=catering&strona=abc"},
        {"pages/results-none.html", "/szukaj?q=catering&powiat=3003&certyfikat=wygasl"},
        {"pages/entity.html", "/podmiot/nip-2222222222"},
        {"pages/entity-ended.html", "/podmiot/nip-4444444444"},
        {"pages/compare.html", "/porownaj?id=nip-1111111111&id=nip-2222222222&id=nip-4444444444"},
        {"pages/compare-nobody.html", "/porownaj?id=usuniety&dodaj=pier%C3%B3g"},
        {"pages/cpv.html", "/cpv"},
        {"pages/cpv-words.html", "/cpv?q=catering"},
        {"pages/cpv-code.html", "/cpv/55520000"},
        {"pages/cpv-unknown.html", "/cpv/55599999"},
        {"pages/words.html", "/slowa"},
        {"pages/sectors.html", "/branze"},
        {"pages/sector.html", "/branza/gastronomia"},
        {"pages/support-centres.html", "/owes"},
        {"pages/quality.html", "/dane/jakosc"},
        {"pages/data.html", "/dane"},
        {"pages/api.html", "/api"},
        {"pages/not-found.html", "/podmiot/nie-ma"},
        {"pages/retired.html", "/podmiot/usuniety"},
        {"pages/en-results.html", "/en/szukaj?q=catering"},
        {"pages/uk-entity.html", "/uk/podmiot/nip-2222222222"},
    }));
    check_golden(file, answer_to(path));
}
