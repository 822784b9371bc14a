"""The network for vis-network. pyvis is the builder of nodes, links and options only; its own page is not used.

pyvis writes a page that needs the internet, tells a screen reader nothing and can be made to run script by a label.
"""

from __future__ import annotations

import json
from typing import Any

from beleidsspoor.graph.show.kaart.model import MapModel

#: Positions are computed beforehand, so the browser simulates nothing.
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "keyboard": False,
        "dragNodes": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 10**7,
        "hideEdgesOnDrag": False,
    },
    "nodes": {"borderWidth": 2, "chosen": False},
    "edges": {
        "chosen": False,
        "hoverWidth": 0,
        "selectionWidth": 0,
        "smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.45},
    },
}


def build_network(model: MapModel) -> dict[str, Any]:
    """Nodes, links and options as vis-network takes them: node ids are places in `model.elements`.

    The page draws each node itself (shape 'custom'), so a node carries its id and kind, nothing that could be markup.
    """
    from pyvis.network import Network  # type: ignore[import-untyped]  # pyvis has no types

    place = {iri: index for index, iri in enumerate(model.elements)}
    network = Network(directed=True, cdn_resources="in_line")
    for iri, index in place.items():
        network.add_node(index, label=str(index), shape="custom", group=model.elements[iri].soort)
    for link in model.links:
        # arrows='': pyvis puts an arrowhead on every link of a directed network, and those cost a third of the speed.
        network.add_edge(place[link.source], place[link.target], arrows="", dashes=not link.sure)
    # Assigned as a dict: pyvis's set_options() removes every space, also inside values.
    network.options = OPTIONS
    nodes, edges, _, _, _, options = network.get_network_data()
    return {
        "nodes": [{"id": node["id"], "shape": node["shape"], "group": node["group"]} for node in nodes],
        "edges": [[edge["from"], edge["to"], int(edge["dashes"])] for edge in edges],
        "options": options if isinstance(options, dict) else json.loads(options),
    }
