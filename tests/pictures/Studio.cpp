#include "pictures/Studio.h"

#include <QDir>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QStyleHints>
#include <QTextStream>

namespace suhbat::test {

namespace {

// A Thursday morning, for ever.
QDateTime pictureTime()
{
    return QDateTime(QDate(2026, 3, 5), QTime(10, 24), Qt::UTC);
}

Backend::Timing timing()
{
    Backend::Timing chosen = Person::quickTiming();
    chosen.clock.wall = pictureTime;
    return chosen;
}

demo::DemoOptions options()
{
    demo::DemoOptions chosen;
    chosen.now = pictureTime;
    chosen.quiet = true;
    return chosen;
}

} // namespace

const QVector<Variant> &Studio::variants()
{
    static const QVector<Variant> all = {
        {QStringLiteral("light-en"), false, QStringLiteral("en"), {1000, 700}},
        {QStringLiteral("dark-ru"), true, QStringLiteral("ru"), {1000, 700}},
        {QStringLiteral("narrow-uz"), false, QStringLiteral("uz"), {360, 480}},
        {QStringLiteral("wide-dark-en"), true, QStringLiteral("en"), {2560, 1440}},
        {QStringLiteral("narrow-dark-ru"), true, QStringLiteral("ru"), {360, 480}},
        {QStringLiteral("light-uz"), false, QStringLiteral("uz"), {1000, 700}},
        {QStringLiteral("pseudo"), false, QStringLiteral("en"), {1000, 700}, true},
    };
    return all;
}

std::optional<Variant> Studio::variant(const QString &name)
{
    for (const Variant &each : variants()) {
        if (each.name == name)
            return each;
    }
    return std::nullopt;
}

Studio::Studio(Variant variant, const QString &folder)
    : m_variant(std::move(variant))
    , m_folder(folder)
    , m_server(options())
    , m_dana(std::make_unique<Person>(timing()))
{
    QGuiApplication::styleHints()->setCursorFlashTime(0); // a caret is always there
}

Studio::~Studio()
{
    QCoreApplication::removeTranslator(&m_pseudo);
}

bool Studio::run()
{
    m_dana->app().settings()->overrideThemeMode(m_variant.dark ? Settings::Dark : Settings::Light);
    m_dana->app().settings()->overrideLanguage(m_variant.language);
    if (m_variant.pseudo) {
        QCoreApplication::installTranslator(&m_pseudo); // before the others, being the last
        m_wording = std::make_unique<Wording>(data());
    }
    if (!m_server.listen())
        return false;
    ServerProfile profile = Person::profileOf(m_server);
    Capabilities &can = profile.capabilities.on;
    can.paging = can.reply = can.edit = can.remove = can.upload = can.readers = true;
    can.groupCreate = can.members = can.search = true;
    if (!m_dana->open(profile))
        return false;
    m_dana->window()->resize(m_variant.size);
    const bool done = beforeLogin() && list() && conversation() && writing() && overlays() &&
                      settingsPages() && troubles() && leaving();
    if (!m_wording)
        return done;
    for (const QString &problem : m_wording->problems())
        QTextStream(stdout) << problem << Qt::endl;
    QTextStream(stdout) << m_taken << " scenes, " << m_wording->problems().size() << " problems"
                        << Qt::endl;
    return done && m_wording->problems().isEmpty();
}

QStringList Studio::data() const
{
    QStringList all{QStringLiteral(
        "Suhbat Eng Рус Oʻzb 127.0.0.1 terrace.jpg delivery-times.png visit-plan.pdf "
        "Wrong phone or password")};
    for (const demo::Person &person : m_server.people()) {
        all += person.name;
        for (const demo::Conversation &room : m_server.conversationsOf(person.id)) {
            all += room.title;
            for (const demo::Message &message : m_server.messages(room.id))
                all += {message.body, QStringLiteral("You")};
        }
    }
    return all + words();
}

bool Studio::scene(const char *name, const Setting &set, const Setting &clear)
{
    const QString file = QStringLiteral("%1-%2.png")
                             .arg(++m_taken, 2, 10, QLatin1Char('0'))
                             .arg(QLatin1String(name));
    // Twice: what the first frame brings about (a row that comes into sight is read) is in it too.
    const auto keep = [&] {
        if (!m_wording)
            return m_dana->picture(QDir(m_folder).filePath(file));
        m_wording->read(m_dana->window(), QLatin1String(name));
        return true;
    };
    if (set() && m_dana->drawn() && m_dana->drawn() && keep() && (!clear || clear()))
        return true;
    QTextStream(stderr) << "pictures: " << m_variant.name << ": no picture of " << name << Qt::endl;
    return false;
}

bool Studio::openRoom(const QString &title)
{
    // Not by a click: the list keeps its place, and so looks the same in every picture.
    const ConversationListModel *list = m_dana->app().chat()->conversations();
    for (int row = 0; row < list->rowCount(); ++row) {
        const QModelIndex index = list->index(row);
        if (index.data(ConversationListModel::TitleRole).toString() != title)
            continue;
        m_dana->app().chat()->open(
            index.data(ConversationListModel::ConversationIdRole).toString());
        return m_dana->waitFor(QStringLiteral("composer")) && m_dana->waitUntil("the history", [&] {
            return !m_dana->app().chat()->loadingMessages() &&
                   m_dana->sees(QStringLiteral("messageBubble"));
        });
    }
    return false;
}

bool Studio::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    m_dana->press(key, modifiers);
    return true;
}

} // namespace suhbat::test
