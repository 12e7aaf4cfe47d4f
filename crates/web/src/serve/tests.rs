//! Bad peers over real sockets. Bounds that are to be met are short, and those that are not are long, so a busy machine only takes longer.

use std::net::SocketAddr;

use jiff::Timestamp;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpSocket;
use tokio::time::{sleep, timeout};

use super::*;

const SHORT: Duration = Duration::from_millis(200);
const LONG: Duration = Duration::from_mins(1);

fn patient() -> Bounds {
    Bounds {
        connections: 64,
        head: LONG,
        body: Pace { grace: LONG, least: 1024 },
        taking: LONG,
        farewell: LONG,
    }
}

/// A server without a week; dropped, it is gone.
struct Server {
    address: SocketAddr,
    guests: Arc<Guests>,
    _running: JoinSet<()>,
}

impl Server {
    fn within(bounds: Bounds) -> Self {
        let socket = TcpSocket::new_v4().expect("a socket");
        // The system keeps hardly anything of an answer for whoever does not take it.
        socket.set_send_buffer_size(4096).expect("a small buffer");
        socket.bind("127.0.0.1:0".parse().expect("an address")).expect("a port");
        let listener = socket.listen(64).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let guests = Guests::at_most(bounds.connections);
        let (site, of) = (Arc::new(Site::new(|| Timestamp::UNIX_EPOCH)), Arc::clone(&guests));
        let mut running = JoinSet::new();
        running.spawn(async move { receive(site, listener, &bounds, &of, std::future::pending()).await });
        Self { address, guests, _running: running }
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.expect("it listens")
    }

    /// Somebody with hardly any room for what they do not read.
    async fn connect_narrow(&self) -> TcpStream {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.set_recv_buffer_size(4096).expect("a small buffer");
        socket.connect(self.address).await.expect("it listens")
    }

    async fn until_gone(&self, most: usize) {
        while self.guests.free() < most {
            sleep(Duration::from_millis(5)).await;
        }
    }
}

/// Asks for what is always there, and reads exactly the answer.
async fn health(connection: &mut TcpStream) -> io::Result<String> {
    connection.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").await?;
    let mut answer = Vec::new();
    while !answer.ends_with(b"\r\n\r\nok\n") {
        let byte = connection.read_u8().await?;
        answer.push(byte);
    }
    Ok(String::from_utf8(answer).expect("ASCII")[9..12].to_owned())
}

/// What still comes before a connection ends; nothing may be there for longer than any test takes.
async fn rest(connection: &mut TcpStream) -> String {
    let mut rest = Vec::new();
    let read = timeout(LONG, connection.read_to_end(&mut rest)).await.expect("the connection ends");
    // One that is cut off before everything sent was read ends so.
    assert!(read.is_ok() || rest.is_empty(), "an answer is cut off: {read:?}");
    String::from_utf8_lossy(&rest).into_owned()
}

#[tokio::test]
async fn a_question_that_never_ends_and_a_connection_without_one_are_closed() {
    let server = Server::within(Bounds { head: SHORT, ..patient() });
    let (mut half, mut silent, mut kept) =
        (server.connect().await, server.connect().await, server.connect().await);
    half.write_all(b"GET /healthz HTTP/1.1\r\nHo").await.expect("it is taken");
    assert_eq!(health(&mut kept).await.expect("an answer"), "200");
    for connection in [&mut half, &mut silent, &mut kept] {
        rest(connection).await;
    }
    server.until_gone(64).await;
}

const FORM: &[u8] = b"POST /plans/0123/deletion HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\
    Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60\r\n\r\n";

#[tokio::test]
async fn a_form_that_comes_a_byte_at_a_time_is_refused() {
    let body = Pace { grace: SHORT, least: 1024 };
    let server = Server::within(Bounds { body, ..patient() });
    let mut connection = server.connect().await;
    connection.write_all(FORM).await.expect("it is taken");
    let (mut reading, mut writing) = connection.split();
    let drip = async {
        // Fewer than announced in whatever time the server takes; it has gone when one is no longer taken.
        for _ in 0..59 {
            if writing.write_all(b"a").await.is_err() {
                break;
            }
            sleep(Duration::from_millis(20)).await;
        }
        std::future::pending::<()>().await;
    };
    let mut status = [0; 12];
    tokio::select! {
        read = timeout(LONG, reading.read_exact(&mut status)) => { read.expect("it is answered").expect("whole"); }
        () = drip => {}
    }
    assert_eq!(&status, b"HTTP/1.1 400");
    drop(connection);
    server.until_gone(64).await;
}

#[tokio::test]
async fn a_form_that_comes_slowly_but_at_a_pace_is_taken() {
    // Without the rate it would be over before it is whole.
    let body = Pace { grace: SHORT, least: 1 };
    let server = Server::within(Bounds { body, ..patient() });
    let mut connection = server.connect().await;
    connection.write_all(FORM).await.expect("it is taken");
    for _ in 0..6 {
        connection.write_all(b"secret=abc").await.expect("it is taken");
        sleep(Duration::from_millis(60)).await;
    }
    let answer = rest(&mut connection).await;
    assert!(answer.starts_with("HTTP/1.1 404"), "there is no such plan: {answer}");
}

#[tokio::test]
async fn who_never_takes_their_answer_is_left() {
    let server = Server::within(Bounds { taking: SHORT, ..patient() });
    let mut connection = server.connect_narrow().await;
    let question = b"GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n";
    connection.write_all(question).await.expect("it is taken");
    assert_eq!(connection.read_u8().await.expect("it begins"), b'H');
    assert_eq!(server.guests.free(), 63);
    timeout(LONG, server.until_gone(64)).await.expect("it is left");
}

#[tokio::test]
async fn who_takes_their_answer_a_little_at_a_time_gets_all_of_it() {
    let server = Server::within(Bounds { taking: Duration::from_secs(5), ..patient() });
    let mut connection = server.connect_narrow().await;
    let question = b"GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    connection.write_all(question).await.expect("it is taken");
    let (mut answer, mut sip) = (Vec::new(), [0; 2048]);
    loop {
        let sipped = connection.read(&mut sip).await.expect("it goes on");
        if sipped == 0 {
            break;
        }
        answer.extend(&sip[..sipped]);
        sleep(Duration::from_millis(1)).await;
    }
    assert!(answer.ends_with(b"}"), "{} bytes", answer.len());
}

#[tokio::test]
async fn when_all_places_are_taken_who_asked_for_nothing_the_longest_makes_room() {
    let server = Server::within(Bounds { connections: 2, ..patient() });
    let (mut first, mut second) = (server.connect().await, server.connect().await);
    assert_eq!(health(&mut first).await.expect("an answer"), "200");
    assert_eq!(health(&mut second).await.expect("an answer"), "200");
    assert_eq!(server.guests.free(), 0);

    let mut third = server.connect().await;
    assert_eq!(health(&mut third).await.expect("an answer"), "200");
    assert_eq!(rest(&mut first).await, "");
    assert_eq!(health(&mut second).await.expect("an answer"), "200");
    assert_eq!(health(&mut third).await.expect("an answer"), "200");
}

#[tokio::test]
async fn questions_that_never_end_keep_nobody_out() {
    let server = Server::within(Bounds { connections: 8, ..patient() });
    let mut half = Vec::new();
    for _ in 0..24 {
        let mut connection = server.connect().await;
        connection.write_all(b"GET /healthz HTTP/1.1\r\nHo").await.expect("it is taken");
        half.push(connection);
    }
    for _ in 0..3 {
        let mut connection = server.connect().await;
        assert_eq!(health(&mut connection).await.expect("an answer"), "200");
    }
}

#[tokio::test]
async fn an_answer_under_way_is_finished_before_its_connection_makes_room() {
    let server = Server::within(Bounds { connections: 1, ..patient() });
    let mut reading = server.connect_narrow().await;
    let question = b"GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n";
    reading.write_all(question).await.expect("it is taken");
    let mut status = [0; 12];
    reading.read_exact(&mut status).await.expect("it begins");
    assert_eq!(&status, b"HTTP/1.1 200");

    let mut next = server.connect().await;
    let (answer, health) = tokio::join!(rest(&mut reading), health(&mut next));
    assert!(answer.ends_with('}'), "{} bytes", answer.len());
    assert_eq!(health.expect("an answer"), "200");
}

#[tokio::test]
async fn a_server_that_stops_lets_answers_finish_and_closes_the_rest() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let site = Arc::new(Site::new(|| Timestamp::UNIX_EPOCH));
    let (stop, stopping) = tokio::sync::oneshot::channel::<()>();
    let (bounds, guests) = (patient(), Guests::at_most(64));
    let stopped = async { stopping.await.expect("it is told") };
    let visit = async {
        let mut silent = TcpStream::connect(address).await.expect("it listens");
        let mut kept = TcpStream::connect(address).await.expect("it listens");
        assert_eq!(health(&mut kept).await.expect("an answer"), "200");
        stop.send(()).expect("it runs");
        assert_eq!((rest(&mut silent).await, rest(&mut kept).await), (String::new(), String::new()));
    };
    tokio::join!(receive(site, listener, &bounds, &guests, stopped), visit);
}
