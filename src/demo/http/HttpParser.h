#pragma once

#include "demo/http/HttpMessage.h"

namespace suhbat::demo {

/// Incremental HTTP/1.1 request parser without I/O: feed() bytes, take() requests.
/// Content-Length and chunked bodies; bytes of a following request are kept.
class HttpParser
{
public:
    static constexpr qsizetype MaxHead = 16 * 1024;
    static constexpr qsizetype MaxBody = 8 * 1024 * 1024;
    static constexpr qsizetype MaxUpload = 256 * 1024 * 1024; ///< of a multipart body

    enum class State { Incomplete, Complete, Bad };

    State feed(const QByteArray &bytes);
    /// The finished request; goes on with what was already received behind it.
    HttpRequest take();
    State state() const { return m_state; }
    /// The status to answer a Bad request with: 400, 413 or 431.
    int badStatus() const { return m_badStatus; }
    /// True once per request that asks for "100 Continue" and has a body to come.
    bool takeExpectsContinue();

private:
    enum class Part { Head, Body, ChunkSize, ChunkData, Trailer };

    void advance();
    bool parseHead();
    bool parseHeadLines(const QByteArray &head);
    bool chooseBody();
    qsizetype mostBody() const;
    bool parseBody();
    bool parseChunkSize();
    bool parseChunkData();
    bool parseTrailer();
    bool bad(int status);

    QByteArray m_buffer;
    HttpRequest m_request;
    State m_state = State::Incomplete;
    Part m_part = Part::Head;
    qsizetype m_expected = 0; ///< bytes of body or chunk still to come
    int m_badStatus = 400;
    bool m_expectsContinue = false;
};

} // namespace suhbat::demo
