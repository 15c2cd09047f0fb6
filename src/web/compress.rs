//! Answers that are compressed once for all who ask for them.

use crate::app::Weigh;
use crate::error::{Outcome, Problem};
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::Bytes;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::io::{Read, Write};

/// A body with its type, compressed.
pub struct Compressed {
    kind: &'static str,
    gzip: Bytes,
}

impl Weigh for Compressed {
    fn bytes(&self) -> usize {
        self.gzip.len()
    }
}

impl Compressed {
    /// Compresses a body.
    pub fn of(kind: &'static str, body: &[u8]) -> Outcome<Self> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        let written = encoder.write_all(body).and_then(|()| encoder.finish());
        let gzip = written.map_err(|error| Problem::fault("gzip", error))?;
        Ok(Self {
            kind,
            gzip: gzip.into(),
        })
    }

    /// The answer; `gzip` if the browser takes it compressed.
    pub fn reply(&self, status: StatusCode, gzip: bool) -> Outcome<HttpResponse> {
        let mut reply = HttpResponse::build(status);
        reply.content_type(self.kind);
        reply.insert_header((header::VARY, "accept-encoding"));
        if gzip {
            reply.insert_header((header::CONTENT_ENCODING, "gzip"));
            return Ok(reply.body(self.gzip.clone()));
        }
        let mut body = Vec::new();
        let read = GzDecoder::new(&*self.gzip).read_to_end(&mut body);
        read.map_err(|error| Problem::fault("gzip", error))?;
        Ok(reply.body(body))
    }
}
