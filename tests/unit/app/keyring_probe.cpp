// Asks the keyring of its environment, as the chat does, and prints what it answers: one line for
// each argument "read", "write=SECRET", "remove"; "watch" waits until the keyring changes.
#include "app/platform/KeychainSecretStore.h"
#include "app/platform/SystemSecretStore.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace suhbat;

namespace {

const char *nameOf(SecretAnswer::Kind kind)
{
    switch (kind) {
    case SecretAnswer::Kind::Ok:
        return "Ok";
    case SecretAnswer::Kind::NotThere:
        return "NotThere";
    case SecretAnswer::Kind::Refused:
        return "Refused";
    case SecretAnswer::Kind::Unavailable:
        return "Unavailable";
    }
    return "?";
}

const char *nameOf(SecretStore::Place place)
{
    if (place == SecretStore::Place::Unknown)
        return "-";
    return place == SecretStore::Place::File ? "file" : "keyring";
}

class Probe : public QObject
{
public:
    Probe(QStringList orders, const QString &folder)
        : m_orders(std::move(orders))
        , m_store(std::make_unique<KeychainSecretStore>(QStringLiteral("suhbat-test")), folder)
    {
        QTimer::singleShot(0, this, &Probe::next);
    }

private:
    void next()
    {
        if (m_orders.isEmpty()) {
            QCoreApplication::quit();
            return;
        }
        const QString order = m_orders.takeFirst();
        const QString key = QStringLiteral("a key");
        const auto done = [this](const SecretAnswer &answer) {
            std::printf("%s %s %s\n", nameOf(answer.kind), nameOf(m_store.place()),
                        answer.secret.constData());
            std::fflush(stdout);
            next();
        };
        if (order == QLatin1String("read")) {
            m_store.read(key, this, done);
        } else if (order == QLatin1String("remove")) {
            m_store.remove(key, this, done);
        } else if (order == QLatin1String("watch")) {
            platform::watchKeyring(this, [this] { next(); });
            std::printf("watching\n");
            std::fflush(stdout);
        } else {
            m_store.write(key, order.section(u'=', 1).toUtf8(), this, done);
        }
    }

    QStringList m_orders;
    SystemSecretStore m_store;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QStringList orders = QCoreApplication::arguments().mid(1);
    const QString folder = orders.takeFirst();
    const Probe probe(orders, folder);
    QTimer::singleShot(15000, &app, [] { QCoreApplication::exit(3); });
    return QCoreApplication::exec();
}
