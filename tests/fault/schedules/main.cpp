// fault_schedules N SEED [JOBS] [--until-red]: N schedules from that seed on, in JOBS processes.
// With
// --until-red each process ends with its first failure. See Schedule.
#include "Schedule.h"

#include <QCoreApplication>
#include <QHashFunctions>

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace suhbat::fault;

/// What one process found, as it goes through the pipe.
struct Sum
{
    long runs = 0;
    long fired = 0;
    long kills = 0;
    long sent = 0;
    long lost = 0;
    long doubled = 0;
    long undecided = 0;
    long unbounded = 0;
    long failed = 0;
    long thin = 0;     ///< fewer than 20 messages on their way at one time
    long firstRed = 0; ///< the first that failed, counted from 1 in the whole run; 0 where none did
};

constexpr int leastOnTheirWay = 20;
constexpr int mostTold = 3; ///< failed schedules whose story is printed

void tellOf(quint64 seed, const Schedule &schedule, const Books::Outcome &outcome)
{
    std::fprintf(stderr, "FAILED schedule %llu: ./scripts/faults --schedules 1 %llu\n  %s\n  %s\n",
                 static_cast<unsigned long long>(seed), static_cast<unsigned long long>(seed),
                 qPrintable(outcome.problems.join(QStringLiteral("\n  "))),
                 qPrintable(schedule.story().join(QStringLiteral("\n  "))));
}

Sum runPart(quint64 count, quint64 seed, int part, int parts, bool untilRed)
{
    QHashSeed::setDeterministicGlobalSeed();
    auto *const time = new VirtualTime; // the application's now
    QCoreApplication::setEventDispatcher(time);
    int argc = 1;
    char name[] = "fault_schedules";
    char *argv[] = {name, nullptr};
    QCoreApplication app(argc, argv);
    if (!qEnvironmentVariableIsSet("SUHBAT_FAULT_LOG"))
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    Sum sum;
    for (quint64 i = quint64(part); i < count; i += quint64(parts)) {
        Schedule schedule(*time, seed + i, count == 1);
        const Books::Outcome outcome = schedule.run();
        ++sum.runs;
        sum.fired += schedule.fired();
        sum.kills += schedule.kills();
        sum.sent += outcome.sent;
        sum.lost += outcome.lost;
        sum.doubled += outcome.doubled;
        sum.undecided += outcome.undecided;
        sum.unbounded += outcome.unbounded;
        if (schedule.peak() < leastOnTheirWay) {
            ++sum.thin;
            std::fprintf(stderr, "schedule %llu had only %d messages on their way\n",
                         static_cast<unsigned long long>(seed + i), schedule.peak());
        }
        if (outcome.problems.isEmpty())
            continue;
        if (++sum.failed <= mostTold)
            tellOf(seed + i, schedule, outcome);
        if (sum.firstRed == 0)
            sum.firstRed = long(i) + 1;
        if (untilRed)
            break;
    }
    return sum;
}

/// The reading end of a pipe from a child that does its part.
int startPart(quint64 count, quint64 seed, int part, int parts, bool untilRed)
{
    int ends[2];
    if (pipe(ends) != 0)
        return -1;
    if (fork() == 0) {
        close(ends[0]);
        const Sum sum = runPart(count, seed, part, parts, untilRed);
        const bool told = write(ends[1], &sum, sizeof sum) == ssize_t(sizeof sum);
        std::_Exit(told ? 0 : 1);
    }
    close(ends[1]);
    return ends[0];
}

} // namespace

int main(int argc, char *argv[])
{
    const bool untilRed = argc > 3 && std::strcmp(argv[argc - 1], "--until-red") == 0;
    if (untilRed)
        --argc;
    if (argc < 3) {
        std::fputs("usage: fault_schedules N SEED [JOBS] [--until-red]\n", stderr);
        return 2;
    }
    const quint64 count = std::strtoull(argv[1], nullptr, 10);
    const quint64 seed = std::strtoull(argv[2], nullptr, 10);
    const int jobs = argc > 3 ? std::max(1, std::atoi(argv[3])) : 1;
    std::vector<int> pipes;
    pipes.reserve(size_t(jobs));
    for (int part = 0; part < jobs; ++part)
        pipes.push_back(startPart(count, seed, part, jobs, untilRed));
    Sum all;
    for (const int pipe : pipes) {
        Sum one;
        if (pipe < 0 || read(pipe, &one, sizeof one) != ssize_t(sizeof one)) {
            std::fputs("a process ended before it was done\n", stderr);
            ++all.failed;
            continue;
        }
        all.runs += one.runs;
        all.fired += one.fired;
        all.kills += one.kills;
        all.sent += one.sent;
        all.lost += one.lost;
        all.doubled += one.doubled;
        all.undecided += one.undecided;
        all.unbounded += one.unbounded;
        all.failed += one.failed;
        all.thin += one.thin;
        if (one.firstRed > 0 && (all.firstRed == 0 || one.firstRed < all.firstRed))
            all.firstRed = one.firstRed;
    }
    while (wait(nullptr) > 0) {
    }
    std::printf("schedules: %ld faults fired, %ld kills, %ld schedules failed, %ld with fewer than "
                "%d messages on their way\n",
                all.fired, all.kills, all.failed, all.thin, leastOnTheirWay);
    if (all.firstRed > 0)
        std::printf("the first to fail was number %ld of %llu\n", all.firstRed,
                    static_cast<unsigned long long>(count));
    std::printf("undecided although the server has it, because no history could be had before: "
                "%ld\n",
                all.unbounded);
    std::printf("TOTAL runs=%ld sent=%ld lost=%ld doubled=%ld undecided=%ld\n", all.runs, all.sent,
                all.lost, all.doubled, all.undecided);
    return all.failed == 0 && all.thin == 0 && all.runs == long(count) && all.fired > 0 ? 0 : 1;
}
