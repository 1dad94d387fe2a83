#pragma once

#include <QSet>
#include <QString>
#include <QStringList>
#include <QTranslator>

class QQuickWindow;

namespace suhbat::test {

/// A language that nobody speaks: every text of the program in angle quotes and two fifths longer.
/// What stands in the window without them was never given to a translator.
class PseudoLanguage : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *disambiguation,
                      int n) const override;
    bool isEmpty() const override { return false; }
};

/// Reads the window as it is in the pseudo language.
class Wording
{
public:
    /// `data`: all that comes from people and the server, and so is never translated.
    explicit Wording(const QStringList &data);

    /// Looks at everything visible; each fault is told once.
    void read(QQuickWindow *window, const QString &scene);
    const QStringList &problems() const { return m_problems; }

private:
    bool isData(const QString &text) const;

    QString m_data;     // all of it, in one line
    QStringList m_long; // what may be cut off, and so whatever it is part of
    QSet<QString> m_told;
    QStringList m_problems;
};

} // namespace suhbat::test
