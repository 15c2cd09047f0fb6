//! The calls to AWS-LC, and the only unsafe code of the crate.
//!
//! Rules that make it sound: every pointer that the library hands out is owned by one value here, which
//! frees it once; null is an error, never dereferenced; every buffer is passed with its own length; and no
//! pointer leaves this file. All memory that the library frees it overwrites first (`OPENSSL_free`), so a
//! key and the numbers it was made of are wiped when dropped.
//!
//! Randomness is the library's own (`RAND_bytes`): it ends the process rather than give less than it should.

use crate::{BYTES, Block, EXPONENT, Error};
use aws_lc_sys as lc;
use std::mem::MaybeUninit;
use std::ptr::{NonNull, null_mut};

/// Bits of a modulus.
const BITS: i32 = BYTES as i32 * 8;
/// Bytes of the salt, and of a hash.
pub const HASH: usize = 48;

/// Success of the library is 1. Its reasons for a failure pile up by thread, so they are thrown away.
fn done(code: i32) -> Result<(), Error> {
    if code == 1 {
        return Ok(());
    }
    forget_errors();
    Err(Error::Exhausted)
}

/// Null is a failure.
fn there<T>(pointer: *mut T) -> Result<NonNull<T>, Error> {
    NonNull::new(pointer).ok_or_else(|| {
        forget_errors();
        Error::Exhausted
    })
}

fn forget_errors() {
    // SAFETY: takes no arguments and touches the calling thread's own list only.
    unsafe { lc::ERR_clear_error() }
}

/// SHA-384 of these parts, one after the other. What it has in between is not wiped: the server hashes
/// nothing secret with it.
pub fn sha384(parts: &[&[u8]]) -> [u8; HASH] {
    let mut state = MaybeUninit::uninit();
    let mut hash = [0; HASH];
    // SAFETY: `state` is memory of the right type, which this call fills; it cannot fail.
    unsafe { lc::SHA384_Init(state.as_mut_ptr()) };
    for part in parts {
        // SAFETY: `state` was filled above, `part` is read for its own length; it cannot fail.
        unsafe { lc::SHA384_Update(state.as_mut_ptr(), part.as_ptr().cast(), part.len()) };
    }
    // SAFETY: `state` was filled above and `hash` has the 48 bytes that are written.
    unsafe { lc::SHA384_Final(hash.as_mut_ptr(), state.as_mut_ptr()) };
    hash
}

/// Scratch memory for arithmetic. It is not `Send`: one thread uses it, for one piece of work.
pub struct Context(NonNull<lc::BN_CTX>);

impl Context {
    pub fn new() -> Result<Self, Error> {
        // SAFETY: takes no arguments; the result is owned by the value that is made of it.
        there(unsafe { lc::BN_CTX_new() }).map(Self)
    }

    fn get(&self) -> *mut lc::BN_CTX {
        self.0.as_ptr()
    }
}

impl Drop for Context {
    fn drop(&mut self) {
        // SAFETY: the pointer came from `BN_CTX_new`, is owned by this value and is freed here only.
        unsafe { lc::BN_CTX_free(self.get()) }
    }
}

/// A number, not negative. It is not `Send`, and no function here changes a number that exists.
pub struct Number(NonNull<lc::BIGNUM>);

impl Number {
    fn new() -> Result<Self, Error> {
        // SAFETY: takes no arguments; the result is owned by the value that is made of it.
        there(unsafe { lc::BN_new() }).map(Self)
    }

    fn get(&self) -> *mut lc::BIGNUM {
        self.0.as_ptr()
    }

    /// Reads bytes, most significant first.
    pub fn read(bytes: &[u8]) -> Result<Self, Error> {
        // SAFETY: `bytes` is read for its own length; null asks for a new number, which is then owned by
        // the value that is made of it.
        there(unsafe { lc::BN_bin2bn(bytes.as_ptr(), bytes.len(), null_mut()) }).map(Self)
    }

    /// Writes bytes, most significant first, and zeros before them; the time depends on the room alone.
    pub fn write(&self, room: &mut [u8]) -> Result<(), Error> {
        write(self.get(), room)
    }

    /// The product.
    pub fn times(&self, other: &Self, context: &Context) -> Result<Self, Error> {
        let product = Self::new()?;
        // SAFETY: four live pointers of the right types; the result is a number of its own.
        done(unsafe { lc::BN_mul(product.get(), self.get(), other.get(), context.get()) })?;
        Ok(product)
    }

    /// The product modulo another number.
    pub fn times_mod(
        &self,
        other: &Self,
        modulus: &Self,
        context: &Context,
    ) -> Result<Self, Error> {
        let product = Self::new()?;
        // SAFETY: five live pointers of the right types; the result is a number of its own.
        done(unsafe {
            lc::BN_mod_mul(
                product.get(),
                self.get(),
                other.get(),
                modulus.get(),
                context.get(),
            )
        })?;
        Ok(product)
    }

    /// This number less a small one.
    pub fn less(&self, small: u64) -> Result<Self, Error> {
        let less = Self::new()?;
        // SAFETY: two live pointers of the right type.
        there(unsafe { lc::BN_copy(less.get(), self.get()) })?;
        // SAFETY: a live pointer that nothing else uses yet.
        done(unsafe { lc::BN_sub_word(less.get(), small) })?;
        Ok(less)
    }

    /// `base` to a secret power modulo this number, which is odd and greater than `base`.
    pub fn power(&self, base: &Self, exponent: &Self, context: &Context) -> Result<Self, Error> {
        let power = Self::new()?;
        // SAFETY: a live pointer to an odd number and a live context.
        let montgomery = unsafe { lc::BN_MONT_CTX_new_consttime(self.get(), context.get()) };
        let montgomery = Montgomery(there(montgomery)?);
        // SAFETY: six live pointers of the right types; `montgomery` belongs to this modulus.
        done(unsafe {
            lc::BN_mod_exp_mont_consttime(
                power.get(),
                base.get(),
                exponent.get(),
                self.get(),
                context.get(),
                montgomery.0.as_ptr(),
            )
        })?;
        Ok(power)
    }

    /// The inverse of this number modulo an odd one, which is public.
    pub fn inverse_mod(&self, modulus: &Self, context: &Context) -> Result<Self, Error> {
        let inverse = Self::new()?;
        let mut none = 0;
        // SAFETY: a live pointer to an odd number and a live context.
        let montgomery = unsafe { lc::BN_MONT_CTX_new_for_modulus(modulus.get(), context.get()) };
        let montgomery = Montgomery(there(montgomery)?);
        // SAFETY: live pointers of the right types; `none` is written only.
        done(unsafe {
            lc::BN_mod_inverse_blinded(
                inverse.get(),
                &mut none,
                self.get(),
                montgomery.0.as_ptr(),
                context.get(),
            )
        })?;
        Ok(inverse)
    }
}

fn write(number: *const lc::BIGNUM, room: &mut [u8]) -> Result<(), Error> {
    // SAFETY: callers pass a live number; `room` is written for its own length.
    done(unsafe { lc::BN_bn2bin_padded(room.as_mut_ptr(), room.len(), number) })
}

impl Drop for Number {
    fn drop(&mut self) {
        // SAFETY: the pointer came from `BN_new` or `BN_bin2bn`, is owned by this value and is freed
        // here only.
        unsafe { lc::BN_clear_free(self.get()) }
    }
}

/// What is computed once for a modulus.
struct Montgomery(NonNull<lc::BN_MONT_CTX>);

impl Drop for Montgomery {
    fn drop(&mut self) {
        // SAFETY: the pointer came from `BN_MONT_CTX_new_…`, is owned by this value and is freed here
        // only.
        unsafe { lc::BN_MONT_CTX_free(self.0.as_ptr()) }
    }
}

/// A key, whole or its public half, with the exponent 65537.
pub struct Rsa(NonNull<lc::RSA>);

// SAFETY: an `RSA` belongs to no thread: it holds no thread-local state, and its memory may be freed by
// any thread.
unsafe impl Send for Rsa {}
// SAFETY: no function here changes a key after it was made. Those that are called on a shared one
// (`RSA_sign_raw`, `RSA_verify_raw`, `RSA_verify_pss_mgf1`, `RSA_up_ref` and the getters) are documented in
// `openssl/rsa.h` as not mutating for the purposes of threads: what they compute once and keep is guarded
// by the key's own lock, and the count of references is atomic.
unsafe impl Sync for Rsa {}

impl Rsa {
    fn get(&self) -> *mut lc::RSA {
        self.0.as_ptr()
    }

    /// A new whole key.
    pub fn generate() -> Result<Self, Error> {
        // SAFETY: takes no arguments; the result is owned by the value that is made of it.
        let key = there(unsafe { lc::RSA_new() }).map(Self)?;
        let exponent = exponent()?;
        // SAFETY: two live pointers, and null for no report of the progress. Nobody else has the key yet.
        done(unsafe { lc::RSA_generate_key_ex(key.get(), BITS, exponent.get(), null_mut()) })?;
        Ok(key)
    }

    /// A whole key of all its numbers; the library checks that they belong together, but not that the
    /// primes are prime.
    pub fn whole(
        modulus: &Number,
        exponent_of_n: &Number,
        primes: [&Number; 2],
        exponents: [&Number; 2],
        q_inverse: &Number,
    ) -> Result<Self, Error> {
        let exponent = exponent()?;
        let [[p, q], [of_p, of_q]] = [primes, exponents];
        // SAFETY: eight live pointers, which are copied from; the result is owned by the value that is
        // made of it.
        let key = unsafe {
            lc::RSA_new_private_key(
                modulus.get(),
                exponent.get(),
                exponent_of_n.get(),
                p.get(),
                q.get(),
                of_p.get(),
                of_q.get(),
                q_inverse.get(),
            )
        };
        there(key).map(Self).map_err(|_| Error::NoKey)
    }

    /// The public half of a key.
    pub fn half(modulus: &Number) -> Result<Self, Error> {
        let exponent = exponent()?;
        // SAFETY: two live pointers, which are copied from; the result is owned by the value that is made
        // of it.
        let key = unsafe { lc::RSA_new_public_key(modulus.get(), exponent.get()) };
        there(key).map(Self).map_err(|_| Error::NoKey)
    }

    /// The same key once more; the library counts who has it.
    pub fn share(&self) -> Self {
        // SAFETY: a live key; the reference that is added here is given back when the new value is
        // dropped.
        unsafe { lc::RSA_up_ref(self.get()) };
        Self(self.0)
    }

    /// The modulus.
    pub fn modulus(&self) -> Result<Block, Error> {
        let mut bytes = [0; BYTES];
        // SAFETY: a live key; the number is the key's own and lives as long as it does.
        let number = unsafe { lc::RSA_get0_n(self.get()) };
        write_of_key(number, &mut bytes)?;
        Ok(bytes)
    }

    /// Writes the primes of a whole key.
    pub fn primes(&self, first: &mut [u8], second: &mut [u8]) -> Result<(), Error> {
        // SAFETY: a live key; the number is the key's own and lives as long as it does.
        write_of_key(unsafe { lc::RSA_get0_p(self.get()) }, first)?;
        // SAFETY: as above.
        write_of_key(unsafe { lc::RSA_get0_q(self.get()) }, second)
    }

    /// A number below the modulus to the power d, computed on a base that a random factor hides, and
    /// checked by the library before it takes the factor away.
    pub fn private<const N: usize>(&self, base: &[u8; N]) -> Result<[u8; N], Error> {
        let mut result = [0; N];
        let mut length = 0;
        // SAFETY: a live key; `result` is written for at most its own length, `base` is read for its own.
        let code = unsafe {
            lc::RSA_sign_raw(
                self.get(),
                &mut length,
                result.as_mut_ptr(),
                result.len(),
                base.as_ptr(),
                base.len(),
                lc::RSA_NO_PADDING,
            )
        };
        whole_block(code, length, result)
    }

    /// A number below the modulus to the power 65537.
    pub fn public<const N: usize>(&self, base: &[u8; N]) -> Result<[u8; N], Error> {
        let mut result = [0; N];
        let mut length = 0;
        // SAFETY: as for the private power.
        let code = unsafe {
            lc::RSA_verify_raw(
                self.get(),
                &mut length,
                result.as_mut_ptr(),
                result.len(),
                base.as_ptr(),
                base.len(),
                lc::RSA_NO_PADDING,
            )
        };
        whole_block(code, length, result)
    }

    /// Whether this is a signature (RSASSA-PSS, SHA-384, salt of 48 bytes) over what has this hash.
    pub fn verify(&self, hash: &[u8; HASH], signature: &[u8]) -> bool {
        // SAFETY: takes no arguments; the result is never freed.
        let sha384 = unsafe { lc::EVP_sha384() };
        // SAFETY: a live key; `hash` and `signature` are read for their own lengths.
        let code = unsafe {
            lc::RSA_verify_pss_mgf1(
                self.get(),
                hash.as_ptr(),
                hash.len(),
                sha384,
                sha384,
                HASH as i32,
                signature.as_ptr(),
                signature.len(),
            )
        };
        done(code).is_ok()
    }
}

/// Writes a number that belongs to a key, if it has it.
fn write_of_key(number: *const lc::BIGNUM, room: &mut [u8]) -> Result<(), Error> {
    match number.is_null() {
        true => Err(Error::NoKey),
        false => write(number, room),
    }
}

fn whole_block<const N: usize>(code: i32, length: usize, block: [u8; N]) -> Result<[u8; N], Error> {
    done(code).map_err(|_| Error::Fault)?;
    match length == N {
        true => Ok(block),
        false => Err(Error::Fault),
    }
}

fn exponent() -> Result<Number, Error> {
    let number = Number::new()?;
    // SAFETY: a live pointer that nothing else uses yet.
    done(unsafe { lc::BN_set_u64(number.get(), u64::from(EXPONENT)) })?;
    Ok(number)
}

impl Drop for Rsa {
    fn drop(&mut self) {
        // SAFETY: the pointer came from `RSA_new…`; this value owns one reference and gives it back here
        // only.
        unsafe { lc::RSA_free(self.get()) }
    }
}
