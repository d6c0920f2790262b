"""Measures accuracy, speed, scale and pages; each program says with ``--help`` what it does.

`make bench` runs ``gate`` (with ``gate_speed`` and ``gate_tone``), `make pages` ``page_times``, `make waits`
``browser_waits``, `make screenshots` ``screenshots``, `make scale` ``scale.measure``, `make corpus` ``scale.corpus``.
``accuracy_picture`` draws the picture of docs/accuracy.md.
"""
