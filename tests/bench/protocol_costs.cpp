// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/protocol_costs.h"

#include "core/search/searcher.h"
#include "server/pages/page_renderer.h"
#include "server/protocol/protocol_json.h"
#include "server/protocol/protocol_pdf.h"
#include "server/protocol/protocol_writer.h"

#include <stdexcept>
#include <string>

namespace wespol::bench {
namespace {

constexpr std::size_t kResults = 100;

ProtocolRequest first_entities(const Snapshot& snapshot) {
    SearchRequest everyone;
    everyone.page_size = static_cast<int>(kResults);
    NamedEntities named;
    const Searcher searcher(snapshot, kToday, Language::pl);
    for (const Hit& hit : searcher.search(everyone).hits)
        named.ids.push_back(hit.entity.id);
    return {std::move(named), kToday};
}

Protocol written(const ProtocolRequest& request, const ProtocolIssue& issue,
                 const Messages& messages) {
    auto protocol = write_protocol(request, issue, messages);
    if (!protocol) throw std::runtime_error(protocol.error().message);
    return *std::move(protocol);
}

}  // namespace

ProtocolCost protocol_cost(const Snapshot& snapshot, const std::filesystem::path& resources,
                           int rounds) {
    const PageRenderer pages(resources);
    const SigningKey key = SigningKey::generate();
    const ProtocolRequest request = first_entities(snapshot);
    const ProtocolIssue issue{"WZ-20261121-0000-0000-0000-0000",
                              "https://wespol.example/protokol/WZ-20261121-0000-0000-0000-0000?a=b",
                              key.id(),
                              kToday,
                              snapshot,
                              std::string(64, '0')};
    ProtocolCost cost;
    pages.with_messages([&](const Messages& messages) {
        const Protocol protocol = written(request, issue, messages);
        const PageContext context{snapshot->references(), snapshot->generation(), kToday, kToday};
        cost.results = protocol.results.size();
        cost.writing = best_of(rounds, [&] { written(request, issue, messages); });
        cost.file =
            best_of(rounds, [&] { cost.file_bytes = protocol_file(protocol, key).file.size(); });
        cost.page = best_of(rounds, [&] { pages.protocol(context, messages, protocol); });
        cost.pdf =
            best_of(rounds, [&] { cost.pdf_bytes = protocol_pdf(protocol, messages).size(); });
    });
    return cost;
}

}  // namespace wespol::bench
