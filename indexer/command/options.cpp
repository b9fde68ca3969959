// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/command/options.h"

#include "core/support/error.h"
#include "core/support/files.h"

#include <algorithm>
#include <map>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace wespol {
namespace {

constexpr const char* kOptions = "Opcje";
constexpr const char* kDataHere = "data";
constexpr const char* kFooter =
    "Kody wyjścia: 0 opublikowano (diff i próba: są zmiany), 1 złe wywołanie,\n"
    "2 środowisko (dysk, uprawnienia, blokada), 3 dane odrzucone, 4 nic się nie zmieniło.";

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
        return "brakuje polecenia (build, diff, watch, list, rollback, verify, convert, compare "
               "albo "
               "analyze)";
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
        add_convert();
        add_analyze();
        add_compare();
    }

    std::variant<Options, Farewell> parse(int argument_count, const char* const* arguments) {
        try {
            app_.parse(argument_count, arguments);
        } catch (const CLI::CallForHelp&) {
            return Farewell{app_.help()};
        } catch (const CLI::CallForVersion& version) {
            return Farewell{std::string(version.what()) + "\n"};
        } catch (const CLI::ParseError& error) {
            return Farewell{
                fmt::format("Złe wywołanie: {}\nPomoc: wespol-indexer {}--help\n", in_polish(error),
                            &shown() == &app_ ? "" : shown().get_name() + " "),
                static_cast<int>(ErrorCode::usage)};
        }
        options_.action = actions_.at(app_.get_subcommands().front());
        if (!report_.empty()) options_.report = report_;
        if (!out_.empty()) options_.out = out_;
        if (!generation_.empty()) options_.generation = generation_;
        if (options_.dictionary.empty()) options_.dictionary = resource_directory() / "polish.dict";
        if (options_.data == kDataHere && options_.action == Action::analyze &&
            !std::filesystem::exists(kDataHere))
            options_.data = resource_directory() / "data";
        return options_;
    }

  private:
    CLI::App& add(Action action, const std::string& name, const std::string& description) {
        CLI::App* command = app_.add_subcommand(name, description);
        command->group("Polecenia");
        command->get_help_ptr()->group(kOptions);
        actions_[command] = action;
        return *command;
    }

    void add_data(CLI::App& command) {
        command.add_option("--data", options_.data, "katalog danych")
            ->type_name("KATALOG")
            ->required();
    }

    void add_index(CLI::App& command) {
        command.add_option("--index", options_.index, "katalog indeksu")
            ->type_name("KATALOG")
            ->required();
    }

    void add_dictionary(CLI::App& command) {
        command
            .add_option("--dictionary", options_.dictionary,
                        "plik polish.dict (domyślnie ten, który jest z programem)")
            ->type_name("PLIK");
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
        watch.add_option("--inbox", options_.inbox, "katalog, do którego biuro wkłada listy")
            ->type_name("KATALOG")
            ->required();
        add_data(watch);
        add_index(watch);
        watch.add_flag("--publish-clean", options_.publishes_clean,
                       "opublikuj listę, w której nie ma błędów ani spraw do rozstrzygnięcia, i "
                       "przenieś ją do katalogu danych");
        watch.add_flag("--once", options_.once,
                       "sprawdź to, co jest w skrzynce, i zakończ (np. dla crona); kod 4: nie ma "
                       "nic nowego, 3: jakiejś listy nie można opublikować");
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
        options_.data = kDataHere;
        convert
            .add_option("--data", options_.data,
                        "katalog danych ze słownikami i regionem (domyślnie: data)")
            ->type_name("KATALOG");
        add_dictionary(convert);
    }

    void add_analyze() {
        CLI::App& analyze = add(Action::analyze, "analyze",
                                "pokaż słowa, hasła słownikowe i pojęcia tekstu jako wiersze JSON");
        analyze
            .add_option("--data", options_.data,
                        "katalog danych ze słownikami pojęć (domyślnie: data, a gdy go tu nie ma, "
                        "słowniki zainstalowane z programem)")
            ->type_name("KATALOG");
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
    std::string report_;
    std::string out_;
    std::string generation_;
    std::map<const CLI::App*, Action> actions_;
};

}  // namespace

std::variant<Options, Farewell> parse_options(int argument_count, const char* const* arguments) {
    return CommandLine().parse(argument_count, arguments);
}

}  // namespace wespol
