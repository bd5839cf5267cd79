"""Files that processes or machines share for a while: in a folder, or in a bucket of S3 or of what speaks like it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from pipeline.types import SetupError
from pipeline.types.errors import reason_of

if TYPE_CHECKING:
    from obstore.store import LocalStore, MemoryStore, S3Store

    Store = LocalStore | MemoryStore | S3Store

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,199}")
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]+://")
_FULL: Final = ("no space left", "storagefull", "disk quota", "quotaexceeded")
"""How the systems and the services say, in small letters, that there is no room."""
_TRIES: Final = 3
_PATIENCE: Final = timedelta(seconds=30)
_UNFINISHED: Final = "*#[0-9]*"
"""Files in a folder whose writer was killed in the middle; obstore does not list them."""


class BlobAddressError(SetupError):
    """The address of the blob store is none that can be used."""

    key = "error.blob_address"
    template = (
        "ANIMEMOJI_BLOBS cannot be {address}: give a folder, or s3://BUCKET/PREFIX (with ?endpoint=https://HOST for a"
        " service other than Amazon's) and its keys as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
    )


class BlobStoreError(SetupError):
    """The blob store does not do what it is asked for."""

    key = "error.blobs"
    template = "The blob store {address} cannot be used ({reason}): see ANIMEMOJI_BLOBS in .env.example."


class BlobStoreFullError(SetupError):
    """The blob store has no room."""

    key = "error.blobs_full"
    template = "The blob store {address} is full: make room there, or name another place as ANIMEMOJI_BLOBS."


class BlobGoneError(LookupError):
    """There is no such blob: it never was, was deleted, or its time is over."""


def open_blobs(address: str, shelf: str, seconds_to_live: float) -> Blobs:
    """A shelf of the blob store at ``address``: blobs of one purpose, which all live equally long.

    A folder is made where there is none, closed to other users: that keeps them from the files in it, whose own rights
    obstore leaves to the umask. A bucket is first asked when the first blob is put; the
    keys for it come from the environment, as for every tool that speaks S3.

    Args:
        address: a folder, or ``s3://BUCKET[/PREFIX][?endpoint=URL][&region=NAME]``.
        shelf: the purpose, a name such as "results".
        seconds_to_live: how old a blob may become.

    Raises:
        BlobAddressError: it is none of these.
        BlobStoreError: the folder cannot be made.
    """
    scheme = _SCHEME.match(address)
    if not address or (scheme and scheme.group() != "s3://"):
        raise BlobAddressError(address=address or "empty")
    if scheme:
        return Blobs(_bucket(address), address.partition("?")[0], shelf, seconds_to_live)
    from obstore.store import LocalStore

    folder = Path(address).expanduser().absolute()
    with _told(address):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Blobs(LocalStore(folder), str(folder), shelf, seconds_to_live, folder / shelf)


def _bucket(address: str) -> Store:
    from obstore.store import S3Store

    parts = urlsplit(address)
    options = {name: values[0] for name, values in parse_qs(parts.query).items()}
    endpoint, region = options.pop("endpoint", ""), options.pop("region", "")
    if not parts.netloc or "@" in parts.netloc or options:
        raise BlobAddressError(address=address)
    named = {"endpoint": endpoint} if endpoint else {}
    if region:
        named["region"] = region
    return S3Store(
        parts.netloc,
        prefix=parts.path.strip("/") or None,
        client_options={"allow_http": endpoint.startswith("http://"), "timeout": _PATIENCE},
        retry_config={"max_retries": _TRIES, "retry_timeout": _PATIENCE},
        **named,  # type: ignore[arg-type]
    )


class Blobs:
    """Blobs of one purpose. Each is put once, and gone when its time is over or somebody deletes it.

    All methods raise BlobStoreFullError where there is no room, and BlobStoreError where the store does not answer.
    """

    def __init__(
        self,
        store: Store,
        address: str,
        shelf: str,
        seconds_to_live: float,
        folder: Path | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
    ) -> None:
        """Callers use ``open_blobs``.

        Args:
            store: of obstore.
            address: of ``store``, for sentences.
            shelf, seconds_to_live: see there.
            folder: where the blobs lie, if that is a folder.
            clock: the time, with its zone.
        """
        self._store = store
        self._address = address
        self._shelf = shelf
        self._time_to_live = timedelta(seconds=seconds_to_live)
        self._folder = folder
        self._clock = clock

    async def put(self, name: str, data: bytes | Path) -> bool:
        """Keeps ``data``, or the contents of that file, whole or not at all.

        Args:
            name: 1 to 200 letters (A-Z), digits, dots, dashes and underscores, the first a letter or a digit.

        Returns:
            Whether it was put now; False where a blob of that name was there already, which stays as it is.
        """
        import obstore
        from obstore.exceptions import AlreadyExistsError

        with _told(self._address):
            try:
                await obstore.put_async(self._store, self._path(name), data, mode="create")
            except AlreadyExistsError:
                return False
        return True

    async def get(self, name: str) -> bytes:
        """The blob. Raises BlobGoneError where there is none."""
        import obstore

        with _told(self._address):
            try:
                found = await obstore.get_async(self._store, self._path(name))
                if self._is_over(found.meta["last_modified"]):
                    raise BlobGoneError(name)
                return bytes(await found.bytes_async())
            except FileNotFoundError:
                raise BlobGoneError(name) from None

    async def delete(self, name: str) -> None:
        """Removes the blob, if it is there."""
        import obstore

        with _told(self._address), suppress(FileNotFoundError):
            await obstore.delete_async(self._store, self._path(name))

    async def sweep(self) -> int:
        """Removes all blobs whose time is over; how many there were. To be called now and then."""
        import obstore

        over: list[str] = []
        with _told(self._address):
            async for some in obstore.list(self._store, f"{self._shelf}/"):
                over += [each["path"] for each in some if self._is_over(each["last_modified"])]
            for path in over:
                with suppress(FileNotFoundError):  # somebody else sweeps, too
                    await obstore.delete_async(self._store, path)
            return len(over) + self._sweep_unfinished()

    def _sweep_unfinished(self) -> int:
        if self._folder is None:
            return 0
        files = [
            file
            for file in self._folder.glob(_UNFINISHED)
            if self._is_over(datetime.fromtimestamp(file.stat().st_mtime, timezone.utc))
        ]
        for file in files:
            file.unlink(missing_ok=True)
        return len(files)

    def _path(self, name: str) -> str:
        if not _NAME.fullmatch(name):
            raise ValueError(f"a blob cannot be called {name!r}")
        return f"{self._shelf}/{name}"

    def _is_over(self, put_at: datetime) -> bool:
        return self._clock() - put_at > self._time_to_live


@contextmanager
def _told(address: str) -> Iterator[None]:
    """What goes wrong with the store inside becomes one sentence."""
    from obstore.exceptions import BaseError

    try:
        yield
    except (BaseError, OSError) as error:
        if any(words in str(error).lower() for words in _FULL):
            raise BlobStoreFullError(address=address) from error
        raise BlobStoreError(address=address, reason=reason_of(error)) from error
