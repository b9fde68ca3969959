// SPDX-License-Identifier: GPL-3.0-or-later
// What is set here and why was measured on cpp-httplib 0.11.4 (docs: operations); it compiles with
// 0.18 as well. Everything is answered or let pass in the hook before the library's routing, the
// only place that sees each request before a body is read.
#include "server/http/http_server.h"

#include "core/support/error.h"
#include "server/http/error_answer.h"
#include "server/http/security_policy.h"
#include "server/http/target.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <exception>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include <fmt/format.h>
#include <httplib.h>
#include <spdlog/spdlog.h>

namespace wespol {
namespace {

constexpr std::time_t kReadTimeoutSeconds = 5;
constexpr std::time_t kWriteTimeoutSeconds = 5;
/// An idle connection holds a worker, and stopping waits for it.
constexpr std::time_t kKeepAliveSeconds = 1;
constexpr std::size_t kKeepAliveRequests = 100;
/// A body that is too large is read over up to here, so that its sender gets to read the refusal;
/// a connection that is closed in the face of one who writes loses the answer.
constexpr std::size_t kMaxDrainedBytes = 64U << 20;
constexpr std::chrono::seconds kMostTimeForBody{20};
constexpr std::size_t kMaxFormParts = 64;

/// Sent with every answer, the library's own included.
const httplib::Headers& security_headers() {
    static const httplib::Headers headers{
        {kSecurityPolicyHeader, security_policy()},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "strict-origin-when-cross-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Permissions-Policy", "camera=(), microphone=(), payment=(), usb=()"},
    };
    return headers;
}

bool announces_body(const httplib::Request& request) {
    return request.has_header("Transfer-Encoding") ||
           (request.has_header("Content-Length") &&
            request.get_header_value("Content-Length") != "0");
}

/// From now on.
class Deadline {
  public:
    explicit Deadline(std::chrono::seconds patience)
        : end_(std::chrono::steady_clock::now() + patience) {}
    bool is_over() const { return std::chrono::steady_clock::now() > end_; }

  private:
    std::chrono::steady_clock::time_point end_;
};

/// Nobody can be told of a failure any more: the body then ends before its end, and the client sees
/// that it does.
void write_in_pieces(HttpResponse&& answer, httplib::Response& response) {
    response.headers.erase("Content-Type");
    response.set_chunked_content_provider(
        answer.content_type,
        [write_body = std::move(answer.write_body)](std::size_t, httplib::DataSink& sink) {
            try {
                bool is_wanted = true;
                write_body([&](std::string_view piece) {
                    is_wanted =
                        is_wanted && (piece.empty() || sink.write(piece.data(), piece.size()));
                    return is_wanted;
                });
                if (is_wanted) sink.done();
                return is_wanted;
            } catch (const std::exception& failure) {
                spdlog::error("a body was cut off: {}", failure.what());
                return false;
            }
        });
}

void write(HttpResponse&& answer, httplib::Response& response) {
    response.status = answer.status;
    for (const auto& [name, value] : answer.headers) {
        // Those of every answer are there already; a page may have one of its own instead.
        if (security_headers().count(name) > 0) response.headers.erase(name);
        response.set_header(name, value);
    }
    if (!answer.content_type.empty()) response.set_header("Content-Type", answer.content_type);
    response.body = std::move(answer.body);
    if (answer.write_body) write_in_pieces(std::move(answer), response);
}

/// A client of HTTP/1.0 knows no chunks: the body ends with the connection.
void unchunk(httplib::Response& response) {
    if (!response.is_chunked_content_provider_) return;
    response.is_chunked_content_provider_ = false;
    response.headers.erase("Transfer-Encoding");
    response.headers.erase("Connection");
    response.set_header("Connection", "close");
}

/// A body that nobody reads would be taken for the next request on the connection. A content
/// provider that writes everything and then reports failure is the library's way to end it.
void write_and_close(HttpResponse&& answer, httplib::Response& response) {
    const std::string content_type = answer.content_type;
    std::string body = std::move(answer.body);
    const std::size_t length = body.size();
    answer.content_type.clear();
    answer.body.clear();
    write(std::move(answer), response);
    response.set_header("Connection", "close");
    response.set_content_provider(
        length, content_type,
        [text = std::move(body)](std::size_t offset, std::size_t size, httplib::DataSink& sink) {
            sink.write(text.data() + offset, size);
            return false;
        });
}

std::string reason_of_bind_failure(int error_number) {
    switch (error_number) {
        case EADDRINUSE:
            return "port jest zajęty przez inny program";
        case EACCES:
            return "brak uprawnień do tego portu";
        case EADDRNOTAVAIL:
            return "ten komputer nie ma takiego adresu";
        case 0:
            return "nie ma takiego adresu";
        default:
            return std::generic_category().message(error_number);
    }
}

}  // namespace

class HttpServer::Library : public httplib::Server {
  public:
    Library(const HttpServerOptions& options, HttpServer::Handler handler,
            HttpServer::Acceptance acceptance)
        : handler_(std::move(handler)), acceptance_(acceptance) {
        new_task_queue = [threads = options.threads] { return new httplib::ThreadPool(threads); };
        set_socket_options([](socket_t socket) {
            // Not SO_REUSEPORT, the library's default: a second instance would start silently.
            const int yes = 1;
            if (setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0)
                spdlog::warn("SO_REUSEADDR: {}", std::generic_category().message(errno));
        });
        set_tcp_nodelay(true);
        set_read_timeout(kReadTimeoutSeconds);
        set_write_timeout(kWriteTimeoutSeconds);
        set_keep_alive_timeout(kKeepAliveSeconds);
        set_keep_alive_max_count(kKeepAliveRequests);
        set_payload_max_length(kMaxDrainedBytes);
        set_default_headers(security_headers());

        set_pre_routing_handler(
            [this](const httplib::Request& request, httplib::Response& response) {
                // The library hands out its own local variable as const; what it would act on after
                // us (compression, ranges) is taken away here.
                return answer(const_cast<httplib::Request&>(request), response)
                           ? HandlerResponse::Handled
                           : HandlerResponse::Unhandled;
            });
        // Only what the hook lets pass comes here.
        Post("/.*", [this](const httplib::Request& request, httplib::Response& response,
                           const httplib::ContentReader& read) {
            answer_with_body(request, response, read);
        });

        // The library aborts the process when one of these throws; without an exception handler it
        // sends what() to the client.
        set_exception_handler([](const httplib::Request&, httplib::Response& response,
                                 std::exception_ptr) noexcept { response.status = 500; });
        set_error_handler(HandlerWithResponse(
            [](const httplib::Request& request, httplib::Response& response) noexcept {
                return fill_in_error(request, response);
            }));
        set_post_routing_handler(
            [](const httplib::Request& request, httplib::Response& response) noexcept {
                if (request.version == "HTTP/1.0") unchunk(response);
                // They have no body; "Content-Length: 0" would describe the one left out.
                if (response.status == 204 || response.status == 304)
                    response.headers.erase("Content-Length");
                if (response.content_provider_) response.headers.erase("Keep-Alive");
            });
    }

    /// The port that was taken. The library compiles in a backlog of 5; listening again on the
    /// same socket raises it.
    int take_port(const HttpServerOptions& options) {
        errno = 0;
        const int port = options.port == 0                          ? bind_to_any_port(options.host)
                         : bind_to_port(options.host, options.port) ? options.port
                                                                    : -1;
        const int error_number = errno;
        if (port < 0)
            throw Error(ErrorCode::environment,
                        fmt::format("Nie można słuchać na {} port {}: {}", options.host,
                                    options.port, reason_of_bind_failure(error_number)),
                        "Wybierz inny: wespol-server --listen ADRES:PORT");
        if (::listen(svr_sock_, options.backlog) != 0)
            throw Error(ErrorCode::environment,
                        "Nie można słuchać na porcie: " + std::generic_category().message(errno));
        return port;
    }

  private:
    /// False when the body has to be read first.
    bool answer(httplib::Request& request, httplib::Response& response) const {
        request.headers.erase("Accept-Encoding");
        request.headers.erase("Range");
        request.ranges.clear();
        response.set_header("Accept-Ranges", "none");

        const auto target = parse_target(request.target);
        if (!target) {
            refuse(request, error_answer(request.path, 400, target.error().wording()), response);
            return true;
        }
        if (auto refusal = refusal_of(request, acceptance_(target->path))) {
            refuse(request, std::move(*refusal), response);
            return true;
        }
        if (request.method == "POST") return false;
        write(handler_(as_ours(request, *target)), response);
        return true;
    }

    /// What is wrong with method and body, by the head alone.
    static std::optional<HttpResponse> refusal_of(const httplib::Request& request,
                                                  const Accepted& accepted) {
        const std::string& path = request.path;
        const bool reads = request.method == "GET" || request.method == "HEAD";
        const bool posts = request.method == "POST";
        const bool is_accepted =
            (reads && accepted.reads) || (posts && accepted.most_body_bytes > 0);
        if (reads && announces_body(request))
            return error_answer(
                path, 400,
                Wording{"Zapytanie GET nie może mieć treści.", "A GET request cannot have a body.",
                        "Запит GET не може мати вмісту."});
        if (!is_accepted) return method_refusal(path, accepted);
        if (reads) return std::nullopt;
        if (request.has_header("Content-Encoding"))
            return error_answer(path, 415,
                                {"Wyślij treść nieskompresowaną.", "Send the content uncompressed.",
                                 "Надішліть вміст нестисненим."});
        if (request.has_header("Transfer-Encoding") || !request.has_header("Content-Length"))
            return error_answer(path, 411,
                                {"Podaj długość treści w nagłówku Content-Length.",
                                 "Give the length of the content in the header Content-Length.",
                                 "Подайте довжину вмісту в заголовку Content-Length."});
        if (!body_bytes(request) || request.get_header_value_count("Content-Length") > 1)
            return error_answer(
                path, 400,
                {"Nagłówek Content-Length jest błędny.", "The header Content-Length is wrong.",
                 "Заголовок Content-Length помилковий."});
        if (*body_bytes(request) > kMaxDrainedBytes)
            return too_large(path, accepted.most_body_bytes);
        return std::nullopt;
    }

    static std::optional<std::uint64_t> body_bytes(const httplib::Request& request) {
        const std::string text = request.get_header_value("Content-Length");
        std::uint64_t bytes = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bytes);
        if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
        return bytes;
    }

    static HttpResponse too_large(const std::string& path, std::size_t most_bytes) {
        const std::string most = most_bytes >= (1U << 20) ? fmt::format("{} MiB", most_bytes >> 20)
                                                          : fmt::format("{} KiB", most_bytes >> 10);
        return error_answer(
            path, 413,
            worded({"Można wysłać najwyżej {} naraz.", "At most {} can be sent at once.",
                    "За раз можна надіслати щонайбільше {}."},
                   most));
    }

    /// What stays unread ends the connection.
    static void refuse(httplib::Request& request, HttpResponse&& refusal,
                       httplib::Response& response) {
        const bool reads = request.method == "GET" || request.method == "HEAD";
        response.set_header("Cache-Control", "no-store");
        if (reads && !announces_body(request)) return write(std::move(refusal), response);
        // An answer to HEAD has no body whose end could close the connection.
        if (request.method == "HEAD") request.method = "GET";
        write_and_close(std::move(refusal), response);
    }

    void answer_with_body(const httplib::Request& request, httplib::Response& response,
                          const httplib::ContentReader& read) const {
        const auto target = parse_target(request.target);
        if (!target)
            return write_and_close(error_answer(request.path, 400, target.error().wording()),
                                   response);
        const std::size_t most_bytes = acceptance_(target->path).most_body_bytes;
        const Deadline deadline(kMostTimeForBody);
        if (body_bytes(request).value_or(0) > most_bytes) {
            if (!request.is_multipart_form_data())
                read([&](const char*, std::size_t) { return !deadline.is_over(); });
            else
                read([&](const httplib::MultipartFormData&) { return true; },
                     [&](const char*, std::size_t) { return !deadline.is_over(); });
            return write_and_close(too_large(request.path, most_bytes), response);
        }
        HttpRequest ours = as_ours(request, *target);
        if (!read_body(request, read, deadline, ours))
            return write_and_close(
                error_answer(request.path, 400,
                             Wording{"Treści zapytania nie da się odczytać.",
                                     "The content of the request cannot be read.",
                                     "Вміст запиту неможливо прочитати."}),
                response);
        response.status = 200;
        write(handler_(ours), response);
    }

    /// False when it ends too early, takes too long, or is no form though it says so.
    static bool read_body(const httplib::Request& request, const httplib::ContentReader& read,
                          const Deadline& deadline, HttpRequest& ours) {
        if (request.is_multipart_form_data()) {
            bool is_whole = true;
            const bool is_read = read(
                [&](const httplib::MultipartFormData& part) {
                    is_whole = is_whole && ours.form.size() < kMaxFormParts;
                    if (is_whole) ours.form.push_back({part.name, part.filename, {}});
                    return is_whole && !deadline.is_over();
                },
                [&](const char* bytes, std::size_t length) {
                    if (!ours.form.empty()) ours.form.back().content.append(bytes, length);
                    return !deadline.is_over();
                });
            return is_read && is_whole;
        }
        const bool is_read = read([&](const char* bytes, std::size_t length) {
            ours.body.append(bytes, length);
            return !deadline.is_over();
        });
        if (!is_read) return false;
        // Some clients say so of any body (curl --data-binary): a JSON text is no form.
        if (ours.content_type != "application/x-www-form-urlencoded" || ours.body.starts_with('{'))
            return true;
        auto fields = parse_parameters(ours.body);
        if (!fields) return false;
        for (auto& [name, value] : *fields)
            ours.form.push_back({std::move(name), "", std::move(value)});
        ours.body.clear();
        return true;
    }

    static HttpRequest as_ours(const httplib::Request& request, const Target& target) {
        std::string type = request.get_header_value("Content-Type");
        type.resize(std::min(type.find_first_of("; \t"), type.size()));
        for (char& c : type)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return {request.method, target.path, target.parameters,
                request.get_header_value("If-None-Match"), std::move(type)};
    }

    /// Gives the library's own refusals (a broken request line, headers too long) our form. A line
    /// that is too long is refused before its path is read (by 0.11, not by 0.18): programs get the
    /// page then, too.
    static HandlerResponse fill_in_error(const httplib::Request& request,
                                         httplib::Response& response) noexcept {
        if (!response.body.empty() || response.content_provider_) return HandlerResponse::Unhandled;
        try {
            HttpResponse answer = error_answer(
                request.path, response.status,
                response.status == 414
                    ? Wording{"Adres może mieć najwyżej 8 tysięcy znaków. Szukaj krótszego tekstu "
                              "albo wybierz mniej filtrów.",
                              "An address may have at most 8 thousand characters. Search for a "
                              "shorter text or choose fewer filters.",
                              "Адреса може мати щонайбільше 8 тисяч знаків. Шукайте коротший текст "
                              "або виберіть менше фільтрів."}
                    : Wording{"Serwer nie może obsłużyć takiego zapytania.",
                              "The server cannot handle such a request.",
                              "Сервер не може обробити такий запит."});
            response.headers.erase("Content-Type");
            write(std::move(answer), response);
            return HandlerResponse::Handled;
        } catch (const std::exception&) {
            return HandlerResponse::Unhandled;  // out of memory: the bare status says it as well
        }
    }

    HttpServer::Handler handler_;
    HttpServer::Acceptance acceptance_;
};

HttpServer::HttpServer(const HttpServerOptions& options, Handler handler, Acceptance acceptance)
    : library_(std::make_unique<Library>(options, std::move(handler), acceptance)) {
    port_ = library_->take_port(options);
}

HttpServer::~HttpServer() {
    library_->stop();
    if (accepting_.valid()) accepting_.wait();
}

void HttpServer::start() {
    accepting_ = std::async(std::launch::async, [this] { library_->listen_after_bind(); });
    while (!library_->is_running() &&
           accepting_.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready) {
    }
}

bool HttpServer::is_running() const {
    return library_->is_running();
}

bool HttpServer::stop(std::chrono::milliseconds patience) {
    library_->stop();
    return !accepting_.valid() || accepting_.wait_for(patience) == std::future_status::ready;
}

}  // namespace wespol
