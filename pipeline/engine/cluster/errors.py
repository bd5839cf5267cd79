"""Why a cluster cannot be used, for the operator."""

from __future__ import annotations

from pipeline.types import SetupError


class RayMissingError(SetupError):
    key = "error.ray_missing"
    template = "ANIMEMOJI_ENGINE names a cluster, for which Ray is missing: pip install 'animemoji[cluster]'."


class ClusterTokenError(SetupError):
    key = "error.cluster_token"
    template = (
        "The cluster's token is missing ({reason}): write at least 16 random characters into a file, the same on all"
        " machines, and name it as ANIMEMOJI_CLUSTER_TOKEN_FILE."
    )


class ClusterBlobsError(SetupError):
    key = "error.cluster_blobs"
    template = (
        "The cluster's machines get the files of jobs from the blob store: name a bucket as ANIMEMOJI_BLOBS,"
        " s3://BUCKET/PREFIX, or a folder that all of them share."
    )


class BlobUnseenError(SetupError):
    """A node sees another blob store than the bot."""

    key = "error.blob_unseen"
    template = (
        "The blob store {address} is not the same on all machines of the cluster: name a bucket as ANIMEMOJI_BLOBS,"
        " s3://BUCKET/PREFIX, or a folder that all of them share."
    )


class NoHeadNodeError(SetupError):
    key = "error.no_head"
    template = (
        "The cluster's head at {head} does not take this machine, or went away: check its address, and that the token"
        " and the versions of Python and Ray are the same there."
    )
