// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/template_set.h"

#include "core/support/ascii.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "server/page_path.h"

#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {

namespace {

constexpr std::string_view kAssetsRoute = "/assets/";
/// The one text that is put in as it stands: its maker escapes it (structured_data.h).
constexpr std::string_view kReadyTag = "&structured_data";
constexpr int kMaxDepth = 8;  ///< of partials in partials: more is a circle

Error broken(const std::filesystem::path& path, std::string_view what) {
    return Error(ErrorCode::environment, fmt::format("{}: {}", path.string(), what),
                 "Zbuduj projekt od nowa: zasoby stron są niepełne albo z innej wersji.");
}

class Joiner {
  public:
    Joiner(const std::filesystem::path& templates, const Messages& messages, const Messages& polish,
           const AssetAddresses& assets)
        : templates_(templates), messages_(messages), polish_(polish), assets_(assets) {}

    std::string join(const std::filesystem::path& page) const {
        return joined(templates_ / "layout.mustache", page, 0);
    }

  private:
    std::string joined(const std::filesystem::path& path, const std::filesystem::path& page,
                       int depth) const {
        if (depth > kMaxDepth) throw broken(path, "szablony wstawiają się w kółko");
        const std::string text = without_indentation(read_file(path));
        std::string result;
        std::size_t position = 0;
        while (true) {
            const std::size_t begin = text.find("{{", position);
            if (begin == std::string::npos) break;
            const std::size_t end = text.find("}}", begin);
            if (end == std::string::npos) throw broken(path, "niezamknięty znacznik");
            result.append(text, position, begin - position);
            const std::string_view tag =
                trimmed(std::string_view(text).substr(begin + 2, end - begin - 2));
            result += answer(tag, path, page, depth);
            position = end + 2;
        }
        return result.append(text, position);
    }

    std::string answer(std::string_view tag, const std::filesystem::path& path,
                       const std::filesystem::path& page, int depth) const {
        if (tag != kReadyTag && (tag.starts_with('{') || tag.starts_with('&')))
            throw broken(path, fmt::format("znacznik bez zabezpieczenia: {}", tag));
        if (tag.starts_with('!')) return {};
        if (tag.starts_with('>')) {
            const std::string name(trimmed(tag.substr(1)));
            if (name == "content") return joined(page, page, depth + 1);
            std::string partial =
                joined(templates_ / "partials" / (name + ".mustache"), page, depth + 1);
            // A partial may stand within a sentence: no blank after it.
            while (partial.ends_with('\n'))
                partial.pop_back();
            return partial;
        }
        if (tag.starts_with("t.")) return message(messages_, tag.substr(2), path);
        if (tag.starts_with("pl.")) return message(polish_, tag.substr(3), path);
        if (tag == "prefix") return std::string(language_prefix(messages_.language()));
        const bool is_polish = messages_.language() == Language::pl;
        if (tag == "lang_pl") return is_polish ? "" : " lang=\"pl\"";
        if (tag == "hreflang_pl") return is_polish ? "" : " hreflang=\"pl\"";
        if (tag.starts_with("asset.")) {
            const auto found = assets_.find(std::string(tag.substr(6)));
            if (found == assets_.end()) throw broken(path, fmt::format("brak zasobu {}", tag));
            return kainjow::mustache::html_escape(found->second);
        }
        return fmt::format("{{{{{}}}}}", tag);
    }

    static std::string message(const Messages& messages, std::string_view key,
                               const std::filesystem::path& path) {
        if (!messages.has(key)) throw broken(path, fmt::format("brak komunikatu {}", key));
        return kainjow::mustache::html_escape(messages(key));
    }

    /// kainjow makes a component of every blank: fewer blanks, faster and shorter pages.
    static std::string without_indentation(const std::string& text) {
        std::string result;
        std::string_view rest = text;
        while (!rest.empty()) {
            const std::size_t line_end = rest.find('\n');
            const std::string_view line = trimmed(rest.substr(0, line_end));
            if (!line.empty()) result.append(line).append("\n");
            if (line_end == std::string_view::npos) break;
            rest.remove_prefix(line_end + 1);
        }
        return result;
    }

    const std::filesystem::path& templates_;
    const Messages& messages_;
    const Messages& polish_;
    const AssetAddresses& assets_;
};

}  // namespace

AssetAddresses read_asset_addresses(const std::filesystem::path& assets_json) {
    const auto json = nlohmann::json::parse(read_file(assets_json), nullptr, false);
    if (!json.is_object()) throw broken(assets_json, "to nie jest obiekt JSON");
    AssetAddresses addresses;
    for (const auto& [name, file] : json.items()) {
        if (!file.is_string()) throw broken(assets_json, name + " nie jest napisem");
        addresses.emplace(name, std::string(kAssetsRoute) + file.get<std::string>());
    }
    return addresses;
}

TemplateSet::TemplateSet(const std::filesystem::path& templates, const Messages& messages,
                         const Messages& polish, const AssetAddresses& assets) {
    const std::filesystem::path folder = templates / "pages";
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() != ".mustache") continue;
        const std::string text = Joiner(templates, messages, polish, assets).join(entry.path());
        const kainjow::mustache::mustache compiled(text);
        if (!compiled.is_valid()) throw broken(entry.path(), compiled.error_message());
        // A copy has no room to grow, which is a third of what parsing leaves.
        pages_.emplace(entry.path().stem().string(), compiled);
    }
    if (error || pages_.empty()) throw broken(folder, "brak szablonów stron");
}

std::string TemplateSet::fill(const std::string& page, const View& view) const {
    return pages_.at(page).render(view);
}

}  // namespace wespol
