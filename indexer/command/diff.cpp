// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/generation_store.h"
#include "core/support/files.h"
#include "indexer/command/commands.h"
#include "indexer/command/desk_result.h"
#include "indexer/command/remarks.h"
#include "indexer/diff/change_json.h"
#include "indexer/diff/change_text.h"
#include "indexer/publishing/preparation.h"

#include <string>

namespace wespol {

int diff(const Options& options, std::ostream& out, std::ostream& remarks,
         const Progress& progress) {
    const auto work = [&](std::ostream& text, const Progress& told, DeskResult& result) {
        const Preparation prepared = prepare({options.data, options.dictionary},
                                             GenerationStore(options.index), remarks, told);
        result.generation = prepared.changes.against;
        result.changes = changes_json(prepared.changes);
        print_remarks(prepared.loaded.diagnostics, remarks);
        if (options.report) write_file_durably(*options.report, result.changes + "\n");
        if (prepared.is_unchanged) text << "Nic się nie zmieniło.\n";
        for (const std::string& line :
             changes_in_full(prepared.changes, prepared.loaded.catalogue.references))
            text << line << '\n';
        refuse_unfit(prepared, options.accepts_losses);
        result.outcome = prepared.is_unchanged ? "nothing_changed" : "would_publish";
        result.exit_code = prepared.is_unchanged ? kNothingChanged : kPublished;
    };
    return run_desk(options, out, progress, work);
}

}  // namespace wespol
