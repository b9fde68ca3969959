// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/mapping/labels.h"

#include <cstddef>

namespace wespol {

Labels labels(FieldReader& fields, std::string_view key) {
    Labels found;
    fields.each(key, [&](FieldReader& each) {
        for (const Language language : kLanguages)
            found[index_of(language)] = each.text(code(language)).value_or("");
    });
    return found;
}

Labels required_labels(FieldReader& fields, std::string_view key) {
    Labels found = labels(fields, key);
    if (found[index_of(Language::pl)].empty())
        fields.reject(key, "", "brakuje polskiej nazwy", R"(podaj ją jako {"pl": "…"})");
    return found;
}

}  // namespace wespol
