# Daily commands; `just` lists them. None needs more than what stands behind its name.

# Lists the commands.
default:
    @just --list

# The invented organisation, with links to sign in.
demo *ARGS:
    cargo run -- demo {{ARGS}}

# What must hold before a commit, within minutes.
check:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets -- -D warnings
    cargo test

# One room, such as `just room wave`.
room NAME:
    cargo test --lib {{NAME}}::

# One suite of tests/, such as `just suite ballots`.
suite NAME *FILTER:
    cargo test --test {{NAME}} {{FILTER}}

# The documentation of the code, private parts included.
docs:
    cargo doc --workspace --no-deps --document-private-items --open

# Checks survey files.
survey +FILES:
    cargo run -- survey check {{FILES}}

# Recomputes the demo's figures by the rules of surveys/SCORING.md, in Python.
scores:
    cargo build
    python3 tests/check_scores.py target/debug/gutcheck

# Measures ballots, mail or pages beside what the machine allows.
lab WHAT *ARGS:
    cargo run --release -p gutcheck-lab -- {{WHAT}} {{ARGS}}

# Everything: PostgreSQL, Postfix, LibreOffice and a browser too. Installs what is missing.
ci:
    .ci/run
