// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/published_records.h"

#include "core/index/generation_files.h"
#include "core/index/xapian_errors.h"

#include <string>

#include <xapian.h>

namespace wespol {

void read_published_records(const std::filesystem::path& generation_directory, DocumentType type,
                            const std::function<void(std::string_view json)>& take) {
    translating_xapian_errors("Nie można odczytać opublikowanej generacji", [&] {
        const Xapian::Database database((generation_directory / kDatabaseFile).string());
        const std::string term = code_term(FieldId::type, code(type));
        for (auto each = database.postlist_begin(term); each != database.postlist_end(term); ++each)
            take(database.get_document(*each).get_data());
    });
}

}  // namespace wespol
