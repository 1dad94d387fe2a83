#include "api/SettingsSources.h"

#include <QRegularExpression>

namespace suhbat {

namespace {

bool isSecretName(const QString &name)
{
    if (name == QLatin1String("SUHBAT_PROXY_PASSWORD"))
        return false; // ours, not the server's
    return name.endsWith(QLatin1String("_SECRET")) || name.endsWith(QLatin1String("_PASSWORD")) ||
           name.endsWith(QLatin1String("_TOKEN")) || name == QLatin1String("APP_KEY");
}

/// Reads a .env from front to back.
class EnvText
{
public:
    EnvText(const QString &text, const QString &file, const QMap<QString, QString> &environment)
        : m_text(text), m_file(file), m_environment(environment)
    {}

    Result<SettingTexts> read(QStringList *warnings);

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar here() const { return m_text.at(m_at); }
    void step();
    void skipBlanks();
    void skipLine();
    QString takeName();
    /// Nothing: a quote that is never closed. `expand` is off for secrets, whose text is dropped.
    std::optional<QString> takeValue(bool expand);
    std::optional<QString> takeQuoted(QChar quote, bool expand);
    QString takePlain(bool expand);
    QString expanded(const QString &text) const;

    QString m_text;
    QString m_file;
    const QMap<QString, QString> &m_environment;
    SettingTexts m_found;
    qsizetype m_at = 0;
    int m_line = 1;
};

void EnvText::step()
{
    if (here() == u'\n')
        ++m_line;
    ++m_at;
}

void EnvText::skipBlanks()
{
    while (!atEnd() && (here() == u' ' || here() == u'\t'))
        step();
}

void EnvText::skipLine()
{
    while (!atEnd() && here() != u'\n')
        step();
}

QString EnvText::takeName()
{
    const qsizetype from = m_at;
    while (!atEnd() && (here().isLetterOrNumber() || here() == u'_' || here() == u'.'))
        step();
    const QString name = m_text.mid(from, m_at - from);
    if (name == QLatin1String("export") && !atEnd() && (here() == u' ' || here() == u'\t')) {
        skipBlanks();
        return takeName();
    }
    return name;
}

QString EnvText::expanded(const QString &text) const
{
    static const QRegularExpression reference(QStringLiteral("\\$\\{([A-Za-z0-9_.]+)\\}"));
    QString out;
    qsizetype from = 0;
    for (auto it = reference.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString name = match.captured(1);
        out += text.mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        // What is not known stays as it is, and is complained about as a value.
        if (m_found.contains(name))
            out += m_found.value(name).text;
        else if (m_environment.contains(name) && !isSecretName(name))
            out += m_environment.value(name);
        else
            out += match.captured();
    }
    return out + text.mid(from);
}

std::optional<QString> EnvText::takeQuoted(QChar quote, bool expand)
{
    step();
    QString value;
    QString piece; // what may hold ${NAME}; escaped characters are never part of a name
    const auto flush = [&] {
        value += expand && quote == u'"' ? expanded(piece) : piece;
        piece.clear();
    };
    while (!atEnd() && here() != quote) {
        if (quote == u'"' && here() == u'\\' && m_at + 1 < m_text.size()) {
            step();
            flush();
            if (here() == u'n')
                value += u'\n';
            else
                value += here();
        } else {
            piece += here();
        }
        step();
    }
    if (atEnd())
        return std::nullopt;
    flush();
    skipLine();
    return value;
}

QString EnvText::takePlain(bool expand)
{
    const qsizetype from = m_at;
    skipLine();
    QString value = m_text.mid(from, m_at - from);
    if (value.startsWith(u'#'))
        return {};
    static const QRegularExpression comment(QStringLiteral("\\s#.*$"));
    value.remove(comment);
    value = value.trimmed();
    return expand ? expanded(value) : value;
}

std::optional<QString> EnvText::takeValue(bool expand)
{
    skipBlanks();
    if (!atEnd() && (here() == u'"' || here() == u'\''))
        return takeQuoted(here(), expand);
    return takePlain(expand);
}

Result<SettingTexts> EnvText::read(QStringList *warnings)
{
    while (!atEnd()) {
        if (here().isSpace() || here() == QChar(0xfeff)) {
            step();
            continue;
        }
        const int line = m_line;
        const QString name = takeName();
        skipBlanks();
        if (name.isEmpty() || atEnd() || here() != u'=') {
            skipLine(); // a comment, or nothing that we know
            continue;
        }
        step();
        const QString source = QStringLiteral("%1:%2: %3").arg(m_file).arg(line).arg(name);
        const bool secret = isSecretName(name);
        const auto value = takeValue(!secret);
        if (!value) {
            return Error::make(Error::Kind::Configuration,
                               source + QStringLiteral(": the quote is never closed"));
        }
        if (!secret)
            m_found.insert(name, {*value, source});
        else if (name.endsWith(QLatin1String("_SECRET")))
            *warnings << source + QStringLiteral(": a secret of the server; not read. It does not "
                                                 "belong on the computer of a user");
    }
    return m_found;
}

} // namespace

Result<SettingTexts> parseEnvText(const QString &text, const QString &file,
                                  const QMap<QString, QString> &environment, QStringList *warnings)
{
    return EnvText(text, file, environment).read(warnings);
}

} // namespace suhbat
