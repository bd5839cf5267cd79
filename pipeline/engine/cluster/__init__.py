"""The engine of many machines: a Ray cluster.

The bot's process holds no part of Ray. A process of its own does (``driver``), which the bot's process talks to over
a socket (``connection``), and which ends, and is started again, with the cluster that it is connected to. On nodes of
the cluster live actors (``actor``): each takes one job at a time and gives it to a confined pipeline process, as the
engine of one machine does.
"""
