//! A small web server that counts its visitors.
use std::io::{Read, Write};
use std::net::TcpListener;

fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("0.0.0.0:8080")?;
    println!("listening on 8080");
    for (visitor, stream) in listener.incoming().enumerate() {
        let mut stream = stream?;
        let _ = stream.read(&mut [0; 1024])?;
        let body = format!("{{\"language\":\"Rust\",\"visitor\":{}}}", itoa::Buffer::new().format(visitor));
        write!(stream, "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{}", body.len(), body)?;
    }
    Ok(())
}
