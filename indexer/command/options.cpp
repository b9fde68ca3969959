// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/command/options.h"

#include "core/settings/settings.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "indexer/command/settings_table.h"

#include <algorithm>
#include <map>
#include <memory>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace wespol {
namespace {

constexpr const char* kOptions = "Opcje";
constexpr const char* kDataHere = "data";
constexpr const char* kFooter =
    "Kody wyjścia: 0 opublikowano (diff i próba: są zmiany), 1 złe wywołanie,\n"
    "2 środowisko (dysk, uprawnienia, blokada), 3 dane odrzucone, 4 nic się nie zmieniło.\n\n"
    "Ustawienia (--index, --data, --inbox, --dictionary, --keep-…) można też podać w środowisku\n"
    "(--data: WESPOL_DATA) i w pliku TOML z --config albo WESPOL_CONFIG (data w sekcji [indexer],\n"
    "index nad sekcjami). Opcja idzie przed środowiskiem, środowisko przed plikiem.";

std::shared_ptr<CLI::Formatter> polish_formatter() {
    auto formatter = std::make_shared<CLI::Formatter>();
    formatter->label("Usage", "Użycie");
    formatter->label("OPTIONS", "opcje");
    formatter->label("SUBCOMMAND", "polecenie");
    formatter->label("SUBCOMMANDS", "polecenie");
    formatter->label("Positionals", "Argumenty");
    formatter->label("REQUIRED", "(wymagane)");
    return formatter;
}

/// CLI11 words its messages in English; what matters in them is the name they begin or end with.
std::string in_polish(const CLI::ParseError& error) {
    const std::string text = error.what();
    if (text.starts_with("A subcommand"))
        return "brakuje polecenia (build, diff, watch, list, rollback, verify, export, import, "
               "convert, compare albo analyze)";
    if (dynamic_cast<const CLI::RequiredError*>(&error))
        return "brakuje opcji " + text.substr(0, text.find(' '));
    if (dynamic_cast<const CLI::ExtrasError*>(&error))
        return "nieznane argumenty" + text.substr(std::min(text.size(), text.find(':')));
    if (dynamic_cast<const CLI::ValidationError*>(&error) && text.starts_with("--as"))
        return "opcja --as: dozwolone są entities, certificates i opp";
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error))
        return "zła liczba wartości opcji " + text.substr(0, text.find_first_of(": "));
    return text;
}

class CommandLine {
  public:
    CommandLine() : app_("Wespół: buduje i publikuje indeks katalogu ekonomii społecznej.") {
        app_.name("wespol-indexer");
        app_.formatter(polish_formatter());
        app_.set_help_flag("-h,--help", "pokaż tę pomoc")->group(kOptions);
        app_.set_version_flag("--version", "wespol-indexer " WESPOL_VERSION, "pokaż wersję")
            ->group(kOptions);
        app_.option_defaults()->group(kOptions);
        app_.require_subcommand(1);
        app_.footer(kFooter);
        add_build();
        add_diff();
        add_watch();
        add_list();
        add_rollback();
        add_verify();
        add_export();
        add_import();
        add_convert();
        add_analyze();
        add_compare();
    }

    std::variant<Options, Farewell> parse(int argument_count, const char* const* arguments,
                                          const Environment& environment) {
        try {
            app_.parse(argument_count, arguments);
        } catch (const CLI::CallForHelp&) {
            return Farewell{app_.help()};
        } catch (const CLI::CallForVersion& version) {
            return Farewell{std::string(version.what()) + "\n"};
        } catch (const CLI::ParseError& error) {
            return mistake(in_polish(error));
        }
        sources_.environment = environment;
        sources_.file = settings_file(config_, environment);
        const Settings settings = Settings::read(indexer_settings(), sources_);
        if (prints_config_) return Farewell{settings.as_file()};
        for (const std::string_view name : required_[app_.get_subcommands().front()])
            if (settings.text(name).empty())
                return mistake(fmt::format("brakuje opcji --{}", name));
        take(settings);
        options_.action = actions_.at(app_.get_subcommands().front());
        if (!report_.empty()) options_.report = report_;
        if (!out_.empty()) options_.out = out_;
        if (!generation_.empty()) options_.generation = generation_;
        return options_;
    }

  private:
    Farewell mistake(const std::string& why) const {
        return {fmt::format("Złe wywołanie: {}\nPomoc: wespol-indexer {}--help\n", why,
                            &shown() == &app_ ? "" : shown().get_name() + " "),
                static_cast<int>(ErrorCode::usage)};
    }

    void take(const Settings& settings) {
        const auto days = [&](const char* name) {
            return std::chrono::days(settings.number(name));
        };
        options_.index = settings.text("index");
        options_.inbox = settings.text("inbox");
        options_.data = settings.text("data");
        if (options_.data.empty()) options_.data = usual_data();
        options_.dictionary = settings.text("dictionary");
        if (options_.dictionary.empty()) options_.dictionary = resource_directory() / "polish.dict";
        options_.retention = {static_cast<std::size_t>(settings.number("keep_generations")),
                              days("keep_days"), days("keep_protocol_days")};
    }

    /// For the commands that need but the vocabularies.
    std::filesystem::path usual_data() const {
        const bool is_analyzing = actions_.at(app_.get_subcommands().front()) == Action::analyze;
        if (is_analyzing && !std::filesystem::exists(kDataHere))
            return resource_directory() / "data";
        return kDataHere;
    }

    CLI::App& add(Action action, const std::string& name, const std::string& description) {
        CLI::App* command = app_.add_subcommand(name, description);
        command->group("Polecenia");
        command->get_help_ptr()->group(kOptions);
        command->add_option("--config", config_, "plik ustawień (TOML)")->type_name("PLIK");
        command->add_flag("--print-config", prints_config_,
                          "pokaż ustawienia jako taki plik, każde z tym, skąd jest, i zakończ");
        actions_[command] = action;
        return *command;
    }

    CLI::Option& add_setting(CLI::App& command, std::string_view name) {
        const auto table = indexer_settings();
        const Setting& row = *std::ranges::find(table, name, &Setting::name);
        return *command
                    .add_option(flag_of(row), sources_.flags[std::string(name)],
                                std::string(row.help))
                    ->type_name(std::string(row.value_name))
                    ->default_str(std::string(row.default_text))
                    ->expected(1)
                    // Or one that may be repeated takes the arguments behind it as well.
                    ->allow_extra_args(false);
    }

    void require_setting(CLI::App& command, std::string_view name) {
        CLI::Option& option = add_setting(command, name);
        option.description(option.get_description() + " (wymagane)");
        required_[&command].push_back(name);
    }

    void add_data(CLI::App& command) { require_setting(command, "data"); }
    void add_index(CLI::App& command) { require_setting(command, "index"); }
    void add_dictionary(CLI::App& command) { add_setting(command, "dictionary"); }

    void add_retention(CLI::App& command) {
        for (const char* name : {"keep_generations", "keep_days", "keep_protocol_days"})
            add_setting(command, name);
    }

    void add_build() {
        CLI::App& build =
            add(Action::build, "build", "wczytaj źródła, zbuduj i opublikuj generację");
        add_data(build);
        add_index(build);
        build.add_flag("--dry-run", options_.dry_run,
                       "tylko sprawdź i pokaż, co by się zmieniło; niczego nie publikuj");
        build
            .add_option(
                "--report", report_,
                "zapisz raport do pliku: jako stronę, gdy nazwa kończy się na .html, inaczej JSON")
            ->type_name("PLIK");
        add_desk_flags(build);
        add_retention(build);
        add_dictionary(build);
    }

    void add_diff() {
        CLI::App& diff = add(Action::diff, "diff",
                             "pokaż, co by się zmieniło wobec opublikowanej generacji: nowe, "
                             "zmienione, znikające; niczego nie publikuje");
        add_data(diff);
        add_index(diff);
        diff.add_option("--report", report_, "zapisz wszystkie zmiany (JSON) do pliku")
            ->type_name("PLIK");
        add_desk_flags(diff);
        add_dictionary(diff);
    }

    void add_desk_flags(CLI::App& command) {
        command.add_flag("--json", options_.json,
                         "wypisz wynik dla programów: wiersze JSON, ostatni to wynik");
        command.add_flag("--accept-losses", options_.accepts_losses,
                         "pozwól, by zniknęło więcej rekordów, niż pozwalają granice z "
                         "publishing.json; nie dotyczy błędnych plików");
    }

    void add_watch() {
        CLI::App& watch = add(Action::watch, "watch",
                              "pilnuj skrzynki: sprawdź każdą listę, którą ktoś do niej włoży, i "
                              "zapisz obok raport");
        require_setting(watch, "inbox");
        add_data(watch);
        add_index(watch);
        watch.add_flag("--publish-clean", options_.publishes_clean,
                       "opublikuj listę, w której nie ma błędów ani spraw do rozstrzygnięcia, i "
                       "przenieś ją do katalogu danych");
        watch.add_flag("--once", options_.once,
                       "sprawdź to, co jest w skrzynce, i zakończ (np. dla crona); kod 4: nie ma "
                       "nic nowego, 3: jakiejś listy nie można opublikować");
        add_retention(watch);
        add_dictionary(watch);
    }

    void add_list() { add_index(add(Action::list, "list", "pokaż generacje, od najnowszej")); }

    void add_rollback() {
        CLI::App& rollback = add(Action::rollback, "rollback", "wróć do wcześniejszej generacji");
        add_index(rollback);
        rollback.add_option("generacja", generation_, "nazwa generacji; bez niej: poprzednia")
            ->type_name("NAZWA");
    }

    void add_verify() {
        CLI::App& verify = add(Action::verify, "verify", "sprawdź opublikowaną generację");
        add_index(verify);
        add_dictionary(verify);
    }

    void add_export() {
        CLI::App& command = add(Action::export_generation, "export",
                                "zapisz generację do jednego pliku, dla innych serwerów");
        command.add_option("plik", options_.file, "plik, który powstanie (ZIP)")
            ->type_name("PLIK")
            ->required();
        command.add_option("generacja", generation_, "nazwa generacji; bez niej: opublikowana")
            ->type_name("NAZWA");
        add_index(command);
    }

    void add_import() {
        CLI::App& command = add(Action::import_generation, "import",
                                "sprawdź i opublikuj generację z takiego pliku");
        command.add_option("plik", options_.file, "plik z wespol-indexer export")
            ->type_name("PLIK")
            ->required();
        add_index(command);
        add_retention(command);
        add_dictionary(command);
    }

    void add_convert() {
        CLI::App& convert = add(Action::convert, "convert",
                                "pokaż listę (.xlsx, .csv, .json, .jsonl) jako wiersze JSON "
                                "naszych plików, z uwagami");
        convert.add_option("plik", options_.file, "lista biura")->type_name("PLIK")->required();
        convert.add_option("--as", options_.profile, "co to za lista: entities, certificates, opp")
            ->type_name("LISTA")
            ->required()
            ->check(CLI::IsMember({"entities", "certificates", "opp"}));
        convert.add_option("--out", out_, "zapisz do pliku zamiast wypisać")->type_name("PLIK");
        add_setting(convert, "data")
            .description("katalog danych ze słownikami i regionem (domyślnie: data)");
        add_dictionary(convert);
    }

    void add_analyze() {
        CLI::App& analyze = add(Action::analyze, "analyze",
                                "pokaż słowa, hasła słownikowe i pojęcia tekstu jako wiersze JSON");
        add_setting(analyze, "data")
            .description(
                "katalog danych ze słownikami pojęć (domyślnie: data, a gdy go tu nie ma, "
                "słowniki zainstalowane z programem)");
        analyze
            .add_option("tekst", options_.texts,
                        "teksty; bez nich czyta standardowe wejście wiersz po wierszu")
            ->type_name("");
        add_dictionary(analyze);
    }

    void add_compare() {
        CLI::App& compare =
            add(Action::compare, "compare",
                "czy dwie nazwy z list to ten sam podmiot: pasmo, wynik i przesłanki (JSON)");
        add_data(compare);
        constexpr int pair = 2;
        compare
            .add_option("nazwy", options_.texts,
                        "dwie nazwy, jak stoją w listach; miejscowość w nawiasie albo po „w”, „z”")
            ->type_name("")
            ->required()
            ->expected(pair);
        add_dictionary(compare);
    }

    const CLI::App& shown() const {
        const auto chosen = app_.get_subcommands();
        return chosen.empty() ? app_ : *chosen.front();
    }

    CLI::App app_;
    Options options_;
    SettingSources sources_;
    std::string config_;
    bool prints_config_ = false;
    std::string report_;
    std::string out_;
    std::string generation_;
    std::map<const CLI::App*, Action> actions_;
    std::map<const CLI::App*, std::vector<std::string_view>> required_;
};

}  // namespace

std::variant<Options, Farewell> parse_options(int argument_count, const char* const* arguments,
                                              const Environment& environment) {
    return CommandLine().parse(argument_count, arguments, environment);
}

}  // namespace wespol
