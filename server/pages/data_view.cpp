// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/data_view.h"

#include "server/pages/legal_facts_view.h"
#include "server/pages/links.h"
#include "server/pages/page_frame.h"
#include "server/pages/quality_view.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace wespol {
namespace {

/// Whole, as it is offered; the address is told by its ending.
struct Fetched {
    const char* what;     ///< key of a message
    const char* address;  ///< without the ending
    std::vector<const char*> endings;
};

const std::array<Fetched, 3>& fetched() {
    static const std::array<Fetched, 3> all{
        Fetched{"data.entities", "/api/v1/entities", {"xlsx", "csv", "jsonl", "geojson"}},
        Fetched{"data.certificates", "/api/v1/certificates", {"xlsx", "csv", "jsonl"}},
        Fetched{"data.days", "/api/v1/certificates", {"ics", "atom", "json-feed"}}};
    return all;
}

Views fetched_views(const Messages& messages) {
    Views rows;
    for (const Fetched& each : fetched()) {
        Views files;
        for (const char* ending : each.endings) {
            View file;
            file["file_name"] = View("." + std::string(ending));
            file["file_href"] = View(std::string(each.address) + "." + ending);
            files.push_back(std::move(file));
        }
        View row;
        row["what"] = View(messages(each.what));
        row["files"] = View(files);
        rows.push_back(std::move(row));
    }
    return rows;
}

Views cpv_lists(const PageContext& context, const Messages& messages) {
    Views lists;
    for (const CpvSource& each : context.references.cpv_sources) {
        View list;
        list["list_title"] = View(each.title);
        list["licence"] = maybe(each.licence);
        list["list_read_on"] =
            each.provenance.as_of ? View(messages.date(*each.provenance.as_of)) : View(false);
        put_list(list, "list_sources", source_views(each.provenance.urls));
        lists.push_back(std::move(list));
    }
    return lists;
}

/// An address of programs. One that needs no more than it tells is a link.
struct Address {
    const char* method;
    const char* address;
    const char* what;  ///< key of a message
    bool is_link = false;
    bool has_labels = false;  ///< in the language asked for
};

constexpr std::array kAddresses{
    Address{"GET", "/api/v1/entities", "api.entities", true, true},
    Address{"GET", "/api/v1/entities/<id>", "api.entity"},
    Address{"GET", "/api/v1/entities.xlsx, .csv, .jsonl, .geojson", "api.entity_files"},
    Address{"GET", "/api/v1/entities.atom, .json-feed, .ics", "api.entity_feeds"},
    Address{"GET", "/api/v1/certificates", "api.certificates", true, true},
    Address{"GET", "/api/v1/certificates?nip=, ?krs=, ?regon=", "api.certificate_check"},
    Address{"GET", "/api/v1/certificates.xlsx, .csv, .jsonl, .atom, .json-feed, .ics",
            "api.certificate_files"},
    Address{"POST", "/api/v1/certificates/check", "api.list_check"},
    Address{"GET", "/api/v1/products", "api.products", true, true},
    Address{"GET", "/api/v1/compare?id=<id>&id=<id>", "api.compare"},
    Address{"GET", "/api/v1/cpv", "api.cpv", true, true},
    Address{"GET", "/api/v1/cpv/<kod>", "api.cpv_code"},
    Address{"GET", "/api/v1/suggest?q=cat", "api.suggest", true, true},
    Address{"GET", "/api/v1/quality", "api.quality", true},
    Address{"POST", "/api/v1/protocols/verify", "api.verify"},
    Address{"GET", "/api/v1/openapi.json", "api.openapi", true},
    Address{"GET", "/.well-known/wespol-keys.json", "api.keys", true},
    Address{"GET", "/health", "api.health"},
};

struct Parameter {
    const char* names;
    const char* meaning;  ///< key of a message
};

constexpr std::array kParameters{
    Parameter{"q", "api.parameter.text"},
    Parameter{"branza, forma, grupa, powiat, gmina, subregion, certyfikat, status, marka, cpv, "
              "aktywnosc",
              "api.parameter.filters"},
    Parameter{"blisko, promien", "api.parameter.place"},
    Parameter{"na-dzien", "api.parameter.day"},
    Parameter{"sortuj", "api.parameter.sort"},
    Parameter{"strona, na-stronie", "api.parameter.page"},
    Parameter{"doslownie", "api.parameter.literally"},
    Parameter{"wyjasnij", "api.parameter.explain"},
    Parameter{"kolumny, bom, rozdzielnik", "api.parameter.files"},
    Parameter{"lang", "api.parameter.language"},
};

}  // namespace

View data_view(const PageContext& context, const Messages& messages,
               const QualityFigures& figures) {
    View view = page_frame(context, messages, messages("data.heading"));
    put_figures(view, messages, figures);
    put_list(view, "fetched", fetched_views(messages));
    put_list(view, "cpv_lists", cpv_lists(context, messages));
    view["data_licence"] = maybe(context.references.site_operator.data_licence);
    return view;
}

View api_view(const PageContext& context, const Messages& messages) {
    View view = page_frame(context, messages, messages("api.heading"));
    Views addresses;
    for (const Address& each : kAddresses) {
        const std::string address = each.address;
        View row;
        row["method"] = View(std::string(each.method));
        row["api_address"] = View(address);
        row["api_link"] = each.is_link
                              ? View(each.has_labels ? api_href(context, address) : address)
                              : View(false);
        row["what"] = View(messages(each.what));
        addresses.push_back(std::move(row));
    }
    Views parameters;
    for (const Parameter& each : kParameters) {
        View row;
        row["names"] = View(std::string(each.names));
        row["what"] = View(messages(each.meaning));
        parameters.push_back(std::move(row));
    }
    put_list(view, "addresses", addresses);
    put_list(view, "parameters", parameters);
    return view;
}

}  // namespace wespol
