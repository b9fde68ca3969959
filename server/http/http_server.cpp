// SPDX-License-Identifier: GPL-3.0-or-later
// What is set here and why was measured on cpp-httplib 0.11.4 (docs: operations); it compiles with
// 0.18 as well. The library's own sockets, threads and time limits are not used: each request is
// given to it as a stream of bytes in memory.
#include "server/http/http_server.h"

#include "core/analysis/code_points.h"
#include "core/support/ascii.h"
#include "server/http/error_answer.h"
#include "server/http/request_head.h"
#include "server/http/security_headers.h"
#include "server/http/target.h"
#include "server/logging.h"

#include <algorithm>
#include <cstring>
#include <exception>
#include <utility>

#include <httplib.h>

namespace wespol {
namespace {

constexpr std::size_t kMaxFormParts = 64;

/// Of an answer that begins "HTTP/1.1 414 ".
int status_of(std::string_view answer) {
    constexpr std::size_t begin = std::string_view("HTTP/1.1 ").size(), length = 3;
    int status = 0;
    for (const char digit : answer.substr(begin, length))
        status = status * 10 + (digit - '0');
    return status;
}

httplib::Headers default_headers() {
    httplib::Headers headers;
    for (const auto& [name, value] : security_headers())
        headers.emplace(name, value);
    return headers;
}

/// A whole request in memory; what is written goes to the one who sends it.
class RequestStream : public httplib::Stream {
  public:
    /// Two views: a body may be large, and is not copied.
    RequestStream(std::string_view head, std::string_view body, AnswerWriter& writer)
        : unread_(head), body_(body), writer_(writer) {}

    bool is_readable() const override { return !unread_.empty() || !body_.empty(); }
    bool is_writable() const override { return is_wanted_; }

    ssize_t read(char* bytes, size_t size) override {
        if (unread_.empty()) std::swap(unread_, body_);
        const std::size_t taken = std::min(size, unread_.size());
        std::memcpy(bytes, unread_.data(), taken);
        unread_.remove_prefix(taken);
        return static_cast<ssize_t>(taken);
    }
    ssize_t write(const char* bytes, size_t size) override {
        is_wanted_ = is_wanted_ && writer_.write({bytes, size});
        return is_wanted_ ? static_cast<ssize_t>(size) : -1;
    }

    // Whose request it is makes no difference to the answer.
    void get_remote_ip_and_port(std::string&, int&) const override {}
    void get_local_ip_and_port(std::string&, int&) const override {}
    // Only looked at for being too large for select(), which nobody calls on it.
    socket_t socket() const override { return 0; }

  private:
    std::string_view unread_, body_;  ///< the body, until the head was read
    AnswerWriter& writer_;
    bool is_wanted_ = true;
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
                log(LogLevel::error, "body_cut_off", {{"reason", failure.what()}});
                return false;
            }
        });
}

void set(httplib::Response& response, const std::string& name, const std::string& value) {
    response.headers.erase(name);
    response.set_header(name, value);
}

void write(HttpResponse&& answer, httplib::Response& response) {
    response.status = answer.status;
    for (const auto& [name, value] : answer.headers)
        set(response, name, value);
    if (!answer.content_type.empty()) set(response, "Content-Type", answer.content_type);
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

}  // namespace

class HttpServer::Library : public httplib::Server, public RequestHandler {
  public:
    Library(const HttpServerOptions& options, HttpServer::Handler handler, Acceptance acceptance)
        : handler_(std::move(handler)), acceptance_(acceptance), refused_(options.refused) {
        const GuardLimits& limits = options.limits;
        // Without a socket it takes itself to be shutting down, and cuts long answers off.
        svr_sock_ = 0;
        // What it tells clients; the guard keeps to it.
        set_keep_alive_timeout(
            std::chrono::duration_cast<std::chrono::seconds>(limits.idle).count());
        set_keep_alive_max_count(limits.most_requests);
        set_payload_max_length(kMaxUploadBytes);
        set_default_headers(default_headers());

        set_pre_routing_handler(
            [this](const httplib::Request& request, httplib::Response& response) {
                if (request.method == "POST") return HandlerResponse::Unhandled;
                respond(request, response);
                return HandlerResponse::Handled;
            });
        // Only what the hook lets pass comes here.
        Post("/.*", [this](const httplib::Request& request, httplib::Response& response,
                           const httplib::ContentReader& read) {
            respond_to_body(request, response, read);
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

    Judgement judge(std::string_view head) const override {
        Judgement judgement = judge_request(head, acceptance_);
        if (refused_ && !judgement.refusal.empty()) refused_(status_of(judgement.refusal));
        return judgement;
    }

    std::string refusal(int status, std::string_view begun) const override {
        if (refused_) refused_(status);
        return refusal_text(status, begun);
    }

    bool answer(const std::string& request, std::size_t head_bytes, bool is_last,
                AnswerWriter& writer) override {
        const std::string_view sent_head(request.data(), head_bytes);
        const std::string heard = without_unheard_headers(sent_head);
        const auto head = read_request_head(sent_head);
        RequestStream stream(heard, std::string_view(request).substr(head_bytes), writer);
        bool is_closed = is_last || !head || !head->keeps_alive;
        const bool closes = is_closed;
        const bool is_sent = run(&Library::process_request, stream, closes, is_closed);
        return is_sent && !is_closed;
    }

  private:
    using Setup = std::function<void(httplib::Request&)>;

    /// One of them is the library's: 0.11 asks the stream for addresses, 0.18 wants to be told.
    bool run(bool (httplib::Server::*process)(httplib::Stream&, bool, bool&, const Setup&),
             httplib::Stream& stream, bool closes, bool& is_closed) {
        return (this->*process)(stream, closes, is_closed, set_up);
    }
    bool run(bool (httplib::Server::*process)(httplib::Stream&, const std::string&, int,
                                              const std::string&, int, bool, bool&, const Setup&),
             httplib::Stream& stream, bool closes, bool& is_closed) {
        return (this->*process)(stream, "", 0, "", 0, closes, is_closed, set_up);
    }

    /// What the library would act on after us: it compresses with the dearest settings there are.
    static void set_up(httplib::Request& request) {
        const std::string accepted = request.get_header_value("Accept-Encoding");
        request.headers.erase("Accept-Encoding");
        request.headers.emplace(kAcceptedEncodings, accepted);
    }

    void respond(const httplib::Request& request, httplib::Response& response) const {
        set(response, "Accept-Ranges", "none");
        const auto target = parse_target(request.target);
        if (!target)
            return write(error_answer(request.path, 400, target.error().wording()), response);
        write(handler_(as_ours(request, *target)), response);
    }

    void respond_to_body(const httplib::Request& request, httplib::Response& response,
                         const httplib::ContentReader& read) const {
        const auto target = parse_target(request.target);
        if (!target)
            return write(error_answer(request.path, 400, target.error().wording()), response);
        HttpRequest ours = as_ours(request, *target);
        if (!read_body(request, read, ours))
            return write(error_answer(request.path, 400,
                                      Wording{"Treści zapytania nie da się odczytać.",
                                              "The content of the request cannot be read.",
                                              "Вміст запиту неможливо прочитати."}),
                         response);
        response.status = 200;
        write(handler_(ours), response);
    }

    /// False when it is no form though it says so.
    static bool read_body(const httplib::Request& request, const httplib::ContentReader& read,
                          HttpRequest& ours) {
        if (request.is_multipart_form_data()) {
            bool is_whole = true;
            const bool is_read = read(
                [&](const httplib::MultipartFormData& part) {
                    is_whole = is_whole && ours.form.size() < kMaxFormParts;
                    if (is_whole) ours.form.push_back({part.name, part.filename, {}});
                    return is_whole;
                },
                [&](const char* bytes, std::size_t length) {
                    if (!ours.form.empty()) ours.form.back().content.append(bytes, length);
                    return true;
                });
            return is_read && is_whole;
        }
        const bool is_read = read([&](const char* bytes, std::size_t length) {
            ours.body.append(bytes, length);
            return true;
        });
        if (!is_read) return false;
        if (!is_form(ours)) return true;
        auto fields = parse_parameters(ours.body);
        if (!fields) return false;
        for (auto& [name, value] : *fields)
            ours.form.push_back({std::move(name), "", std::move(value)});
        ours.body.clear();
        return true;
    }

    /// Some clients say so of any body (curl --data-binary): a JSON text, behind a byte order mark
    /// too, is none, nor is what has no field.
    static bool is_form(const HttpRequest& request) {
        if (request.content_type != "application/x-www-form-urlencoded") return false;
        std::string_view text = request.body;
        if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
        text = trimmed(text);
        const bool is_json = text.starts_with('{') || text.starts_with('[');
        return !is_json && text.find('=') != std::string_view::npos;
    }

    static HttpRequest as_ours(const httplib::Request& request, const Target& target) {
        std::string type = request.get_header_value("Content-Type");
        type.resize(std::min(type.find_first_of("; \t"), type.size()));
        for (char& c : type)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return {.method = request.method,
                .path = target.path,
                .parameters = target.parameters,
                .if_none_match = request.get_header_value("If-None-Match"),
                .content_type = std::move(type),
                .accept_encoding = request.get_header_value(kAcceptedEncodings)};
    }

    /// Gives the library's own refusals our form.
    static HandlerResponse fill_in_error(const httplib::Request& request,
                                         httplib::Response& response) noexcept {
        if (!response.body.empty() || response.content_provider_) return HandlerResponse::Unhandled;
        try {
            HttpResponse answer =
                error_answer(request.path, response.status, worded(kCannotBeHandled));
            response.headers.erase("Content-Type");
            write(std::move(answer), response);
            return HandlerResponse::Handled;
        } catch (const std::exception&) {
            return HandlerResponse::Unhandled;  // out of memory: the bare status says it as well
        }
    }

    /// Where set_up keeps what the library must not see; no client can send such a name.
    static constexpr const char* kAcceptedEncodings = "Accept-Encoding (ours)";

    HttpServer::Handler handler_;
    Acceptance acceptance_;
    std::function<void(int status)> refused_;
};

HttpServer::HttpServer(const HttpServerOptions& options, Handler handler, Acceptance acceptance,
                       std::vector<ListeningSocket> inherited)
    : library_(std::make_unique<Library>(options, std::move(handler), acceptance)),
      limits_(options.limits),
      listeners_(std::move(inherited)) {
    for (const ListenAddress& each : options.listen)
        listeners_.emplace_back(each, options.backlog);
    for (const ListeningSocket& each : listeners_) {
        urls_.push_back(each.url());
        if (port_ == 0) port_ = each.port();
    }
}

HttpServer::~HttpServer() = default;

void HttpServer::start() {
    guard_ = std::make_unique<ConnectionGuard>(std::move(listeners_), *library_, limits_);
}

bool HttpServer::is_running() const {
    return guard_ && guard_->is_running();
}

bool HttpServer::stop(std::chrono::milliseconds patience) {
    return !guard_ || guard_->stop(patience);
}

}  // namespace wespol
