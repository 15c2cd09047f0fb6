use std::sync::Arc;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// Encryption that trusts whom the system trusts, because servers inside a company have certificates of its own.
///
/// # Errors
/// A sentence if the system trusts nobody.
pub fn tls() -> Result<TlsConfig, String> {
    let known = rustls_native_certs::load_native_certs().certs;
    if known.is_empty() {
        return Err(
            "this system has no list of certificates to trust; install one (ca-certificates)"
                .to_owned(),
        );
    }
    let known = known
        .iter()
        .map(|one| Certificate::from_der(one).to_owned());
    let known: Vec<_> = known.collect();
    let provider = rustls::crypto::aws_lc_rs::default_provider();
    Ok(TlsConfig::builder()
        .root_certs(RootCerts::new_with_certs(&known))
        .unversioned_rustls_crypto_provider(Arc::new(provider))
        .build())
}
