"""Make the three login roles and the database. It needs a driver, so it runs inside `.venv`."""

import os
import sys
from urllib.parse import unquote, urlsplit

import psycopg
from psycopg import sql

ROLES = ("trust_owner", "trust_open", "trust_closed")


def main() -> None:
    try:
        with psycopg.connect(administrator(), autocommit=True, connect_timeout=10) as connection:
            for role in ROLES:
                ensure_role(
                    connection,
                    role,
                    password=os.environ[f"{role.upper()}_PASSWORD".replace("TRUST_", "TRUST_DB_")],
                )
            ensure_database(connection, name=database_name())
    except psycopg.Error as error:
        sys.stderr.write(" ".join(str(error).split()) + "\n")
        sys.exit(1)


def administrator() -> str:
    """How to reach the server's maintenance database as somebody who may make roles."""
    if address := os.environ.get("DATABASE_URL"):
        return urlsplit(address)._replace(path="/postgres").geturl()
    return psycopg.conninfo.make_conninfo(
        host=os.environ["TRUST_DB_HOST"],
        port=os.environ["TRUST_DB_PORT"],
        user="postgres",
        password=os.environ["TRUST_DB_ADMIN_PASSWORD"],
        dbname="postgres",
    )


def database_name() -> str:
    return (
        unquote(urlsplit(os.environ.get("DATABASE_URL", "")).path.lstrip("/")) or os.environ["TRUST_DB_NAME"]
    )


def ensure_role(connection: psycopg.Connection, role: str, *, password: str) -> None:
    """Make a role that cannot pass row security, and give it this copy's password, hashed here."""
    name = sql.Identifier(role)
    if connection.execute("select from pg_roles where rolname = %s", [role]).fetchone() is None:
        connection.execute(sql.SQL("create role {} login").format(name))
    hashed = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
    connection.execute(sql.SQL("alter role {} password {}").format(name, sql.Literal(hashed)))
    if role == "trust_owner":
        connection.execute(sql.SQL("alter role {} createdb").format(name))


def ensure_database(connection: psycopg.Connection, *, name: str) -> None:
    """Make the database, owned by the owner role and closed to everyone but the three."""
    database = sql.Identifier(name)
    connection.execute("grant trust_owner to current_user")
    if connection.execute("select from pg_database where datname = %s", [name]).fetchone() is None:
        connection.execute(sql.SQL("create database {} owner trust_owner").format(database))
    connection.execute(sql.SQL("alter database {} owner to trust_owner").format(database))
    connection.execute(sql.SQL("revoke all on database {} from public").format(database))
    connection.execute(
        sql.SQL("grant connect on database {} to trust_owner, trust_open, trust_closed").format(database)
    )


if __name__ == "__main__":
    main()
