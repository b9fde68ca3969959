// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/record_reader.h"

#include "core/catalogue/record_json.h"
#include "core/index/schema.h"

#include <fmt/format.h>

namespace wespol {

Entity RecordReader::entity(DocId document) const {
    return decode_entity(database_.get_document(document).get_data());
}

Product RecordReader::product(DocId document) const {
    return decode_product(database_.get_document(document).get_data());
}

Certificate RecordReader::certificate(DocId document) const {
    return decode_certificate(database_.get_document(document).get_data());
}

std::optional<DocId> RecordReader::find(DocumentType type, std::string_view id) const {
    const std::string term = code_term(FieldId::id, fmt::format("{}:{}", code(type), id));
    const Xapian::PostingIterator posting = database_.postlist_begin(term);
    if (posting == database_.postlist_end(term)) return std::nullopt;
    return *posting;
}

std::vector<std::string> RecordReader::ids(DocumentType type, std::size_t first,
                                           std::size_t most) const {
    std::vector<std::string> found;
    const std::string prefix = code_term(FieldId::id, fmt::format("{}:", code(type)));
    const auto end = database_.allterms_end(prefix);
    for (auto term = database_.allterms_begin(prefix); term != end && found.size() < most; ++term)
        if (first > 0)
            --first;
        else
            found.push_back((*term).substr(prefix.size()));
    return found;
}

std::vector<DocId> RecordReader::belonging_to(DocumentType type,
                                              const std::string& entity_id) const {
    std::vector<DocId> documents;
    const std::string term = code_term(FieldId::holder, entity_id);
    for (auto posting = database_.postlist_begin(term); posting != database_.postlist_end(term);
         ++posting)
        if (columns_.of_type(type).contains(*posting)) documents.push_back(*posting);
    return documents;
}

}  // namespace wespol
