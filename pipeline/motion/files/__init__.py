"""Motion files -> PoseTrack: our .json, MikuMikuDance's .vmd, Live Link Face's .csv."""
