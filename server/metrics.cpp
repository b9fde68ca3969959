// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics.h"

#include <filesystem>
#include <fstream>
#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace wespol {
namespace {

using Labels = std::vector<std::pair<std::string, std::string>>;

/// Around what people notice: most answers take a few milliseconds.
prometheus::Histogram::BucketBoundaries seconds_of_answers() {
    return {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5};
}

prometheus::ClientMetric gauge_value(double value, const Labels& labels = {}) {
    prometheus::ClientMetric metric;
    metric.gauge.value = value;
    for (const auto& [name, text] : labels)
        metric.label.push_back({name, text});
    return metric;
}

prometheus::MetricFamily gauge(const char* name, const char* help,
                               std::vector<prometheus::ClientMetric> values) {
    return {name, help, prometheus::MetricType::Gauge, std::move(values)};
}

double resident_bytes() {
    std::ifstream statm("/proc/self/statm");
    double whole = 0, resident = 0;
    statm >> whole >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

double open_descriptors() {
    std::error_code gone;
    double count = 0;
    for (auto each = std::filesystem::directory_iterator("/proc/self/fd", gone);
         !gone && each != std::filesystem::directory_iterator(); each.increment(gone))
        ++count;
    return count;
}

double processor_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

prometheus::MetricFamily processor_time() {
    prometheus::ClientMetric metric;
    metric.counter.value = processor_seconds();
    return {"process_cpu_seconds_total",
            "Processor time used",
            prometheus::MetricType::Counter,
            {std::move(metric)}};
}

/// What is read at the moment of asking.
std::vector<prometheus::MetricFamily> figures_of_now(const SnapshotFollower& snapshots) {
    const auto snapshot = snapshots.current();
    const Manifest& manifest = snapshot->manifest();
    std::vector<prometheus::ClientMetric> documents;
    for (const auto& [type, count] : manifest.document_counts)
        documents.push_back(gauge_value(static_cast<double>(count), {{"type", type}}));

    std::vector<prometheus::MetricFamily> figures{
        gauge("wespol_generation", "1 for the generation that is served",
              {gauge_value(1, {{"generation", manifest.generation}, {"version", WESPOL_VERSION}})}),
        gauge("wespol_documents", "Documents that can be found", std::move(documents)),
        gauge("wespol_publication_refused",
              "1 while what is published is damaged or strange, so that an older one is served",
              {gauge_value(snapshots.refusal().empty() ? 0 : 1)}),
        gauge("process_resident_memory_bytes", "Memory in use", {gauge_value(resident_bytes())}),
        gauge("process_open_fds", "Open descriptors", {gauge_value(open_descriptors())}),
        processor_time()};
    if (const auto built = built_moment(manifest))
        figures.push_back(
            gauge("wespol_generation_built_timestamp_seconds",
                  "When what is served was built, in seconds since 1970",
                  {gauge_value(static_cast<double>(built->time_since_epoch().count()))}));
    return figures;
}

}  // namespace

struct Metrics::Families {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests =
        prometheus::BuildCounter()
            .Name("wespol_http_requests_total")
            .Help("Requests answered, by pattern of the address")
            .Register(registry);
    prometheus::Family<prometheus::Counter>& refused =
        prometheus::BuildCounter()
            .Name("wespol_refused_requests_total")
            .Help("Requests refused at the door: broken, too large, too slow, no room (503)")
            .Register(registry);
    prometheus::Family<prometheus::Histogram>& seconds =
        prometheus::BuildHistogram()
            .Name("wespol_http_request_seconds")
            .Help("Time to an answer; of long files, to their beginning")
            .Register(registry);
    prometheus::Counter& slow = prometheus::BuildCounter()
                                    .Name("wespol_slow_requests_total")
                                    .Help("Requests that took longer than slow_request_ms")
                                    .Register(registry)
                                    .Add({});
};

Metrics::Metrics(const SnapshotFollower& snapshots)
    : snapshots_(snapshots), families_(std::make_unique<Families>()) {}

Metrics::~Metrics() = default;

void Metrics::count(const AnsweredRequest& answered, bool was_slow) {
    const std::string route(answered.route);
    families_->requests
        .Add({{"method", answered.request.method},
              {"route", route},
              {"status", std::to_string(answered.answer.status)}})
        .Increment();
    families_->seconds.Add({{"route", route}}, seconds_of_answers()).Observe(answered.took.count());
    if (was_slow) families_->slow.Increment();
}

void Metrics::count_refused(int status) {
    families_->refused.Add({{"status", std::to_string(status)}}).Increment();
}

HttpResponse Metrics::answer(const HttpRequest& request) const {
    if (request.path != "/metrics")
        return {404, "text/plain; charset=utf-8", "Only /metrics is here.\n", {}};
    auto figures = families_->registry.Collect();
    for (auto& each : figures_of_now(snapshots_))
        figures.push_back(std::move(each));
    std::ostringstream text;
    prometheus::TextSerializer().Serialize(text, figures);
    return {200,
            "text/plain; version=0.0.4; charset=utf-8",
            text.str(),
            {{"Cache-Control", "no-store"}}};
}

}  // namespace wespol
