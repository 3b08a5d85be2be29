"""The Streamlit pages, the map and their texts."""
